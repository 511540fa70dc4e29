# METADATA
# title: How long records are kept is written down
# description: >-
#   The clause asks to govern retention and disposal. Looked for are a retention period in the head of records, a
#   column for it in the register of documents, a schedule or section in the rules on documents, and a policy on
#   retention.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-f"]
#   checks: ["7.5.3-5"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   level_determined: warning
#   certainty: decides
#   small_organization: relax
#   remedy: >-
#     Write down how long each kind of record is kept and what happens then: a table of a few rows in the rules on
#     documents.
package ismslint.rules.control_of_documents.retention_recognised

import data.ismslint.lib

evidence contains lib.evidence(_headed[0], "retention") if count(_headed) > 0

evidence contains lib.evidence(_documents, "columns/retention") if count(_listed) > 0

evidence contains lib.indicated(lib.evidence(policy, ".")) if some policy in _policies

findings contains lib.indicated(lib.absence(_at, "procedure.document-control", _message)) if {
	count(_headed) == 0
	count(_listed) == 0
	count(_policies) == 0
	not _type.cues["documents-retention"]

	# Without any rules on documents, rules-recognised speaks.
	count(_type.items) > 0
	not input.isms.organization.small
}

_type := input.isms.types["procedure.document-control"]

_documents := input.isms.registers.documents

_headed := [document | some document in input.isms.documents; document.evidence; lib.filled(document.metadata.retention)]

_listed := [entry | some entry in _documents.entries; lib.filled(entry.retention)]

_policies := [document |
	some document in input.isms.documents
	document.evidence
	document.topic == "retention"
]

_at := object.union(_type.items[0], {"_subject": _type._subject})

_message := "no retention period was recognised for records, neither in the head of a document nor in the rules on documents"
