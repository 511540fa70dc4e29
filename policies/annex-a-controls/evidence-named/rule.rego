# METADATA
# title: Implemented controls say where it shows, where most of them do
# description: >-
#   A Statement of Applicability need not name evidence. Where at least half of the implemented controls name a document
#   or record, or say in words how they are implemented, the others stand out. A control that a document, a treatment or
#   the legal register names by id has a trace of its own. One note names all that have none.
# custom:
#   scope: repository
#   clause: Annex A
#   activities: ["6.1.3-d3", "8.1-c"]
#   checks: []
#   kind: coverage
#   strength: should
#   source: practice
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [soa, "treatments?", "legal?"]
#   column_absent:
#     register: soa
#     fields: [evidence, documents, description]
#     level: quiet
#   fold:
#     when: always
#     field: evidence
#     message: "{register}: {n} of {m} controls are stated as implemented, and nothing here shows where: {ids}"
#   remedy: >-
#     Name the document, record or setting that shows the control, in its row or in the front matter of the document.
package ismslint.rules.controls.evidence_named

import data.ismslint.lib

evidence contains lib.evidence(_soa, concat("/", ["columns", field])) if {
	some field in _fields
	some control in _implemented
	lib.filled(control[field])
}

findings contains lib.finding(control, "evidence", message) if {
	2 * count(_shown) >= count(_implemented)
	some control in _implemented
	not _shown[control.index]
	not _named[control.id]
	message := sprintf("%s is stated as implemented, and nothing here shows where", [control.label])
}

_soa := input.isms.registers.soa

_fields := [field | some field in ["evidence", "documents", "description"]; lib.column(_soa, field); _telling(field)]

# A description is the title of the control where no other column is.
_telling(field) if field != "description"

_telling("description") if lib.column(_soa, "title")

_implemented := [control |
	some control in _soa.entries
	control.applicable.value != "no"
	control.implementation.value == "implemented"
]

_shown contains control.index if {
	some control in _implemented
	some field in array.concat(_fields, ["comment", "verified_on"])
	lib.filled(control[field])
}

_named contains citation.id if {
	some document in input.isms.documents
	document.evidence
	document.type != "soa"
	some citation in document.controls
}

_named contains control.id if {
	some kind in ["treatments", "legal"]
	some entry in input.isms.registers[kind].entries
	some control in entry.controls.value
}
