# METADATA
# title: Documents from outside are identified with source and edition
# description: >-
#   The clause asks to identify and control the documents from outside that the management system needs: laws,
#   standards, rules of customers, manuals. Looked for are rows of a register of documents that are marked as from
#   outside, which name source and edition, the register of laws and contracts, and words on documents from
#   outside in the rules on documents.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-g"]
#   checks: ["7.5.3-6", "R-DOC-9"]
#   kind: metadata
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: ["documents?", "legal?"]
#   remedy: >-
#     Enter where the document comes from and which edition is used.
package ismslint.rules.control_of_documents.external_identified

import data.ismslint.lib

evidence contains lib.evidence(_documents, "columns/external_origin") if count(_external) > 0

# Laws and contracts come from outside.
evidence contains lib.indicated(lib.evidence(_legal, "columns/title")) if {
	_legal.decided
	some entry in _legal.entries
	lib.filled(entry.title)
}

findings contains lib.indicated(lib.finding(_bare[0], "source", message)) if {
	count(_bare) > 0
	message := sprintf("from outside, without source or edition: %s", [lib.ids(_bare)])
}

_documents := input.isms.registers.documents

_legal := input.isms.registers.legal

_external := [entry | some entry in _documents.entries; entry.external_origin.value == "yes"]

_bare := [entry |
	some entry in _external
	lib.blank(entry.source)
	lib.blank(entry.edition)
	lib.blank(entry.version)
	lib.blank(entry.date)
]
