# METADATA
# title: There are rules on the control of documents and records
# description: >-
#   The clause asks to govern access, storage, changes and retention of documented information. Looked for is a
#   procedure or section on the control of documents. How much of it is written down the organisation decides;
#   three sentences do where the repository itself keeps history and access.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-c", "7.5.3-d"]
#   checks: ["7.5.3-7"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   level_determined: warning
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Write down who may read and change what, where it is kept and how long, or say in isms.yaml under `outside`
#     where that is.
package ismslint.rules.control_of_documents.rules_recognised

import data.ismslint.lib

# Where several documents share the work, rules-deal-with says which deals with what.
evidence contains lib.concerning(lib.evidence(_type.items[0], "."), [activity]) if {
	count(_type.items) == 1
	some cue, activity in {"documents-access": "7.5.3-c", "documents-storage": "7.5.3-d"}
	_type.cues[cue]
}

findings contains lib.absence(_at, "procedure.document-control", concat("; ", [text | some text in [_looked, _seen]; text != ""])) if {
	count(_type.items) == 0
}

_type := input.isms.types["procedure.document-control"]

# What is absent is the same thing wherever the finding stands.
_at := object.union(input.isms.anchor, {"_subject": _type._subject})

_looked := "no rules on the control of documents and records were recognised, neither a document of that name nor a section"

_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _type.others[0]
} else := ""
