# METADATA
# title: What an implemented control rests on is in force
# description: >-
#   Where the Statement of Applicability says that a control is implemented and names a document for it, that document
#   ought to be in force. One that calls itself a draft, in review, superseded or withdrawn does not carry an implemented
#   control yet, or no longer; nor does a blank template. One of the two is not up to date.
# custom:
#   scope: repository
#   clause: Annex A
#   activities: ["6.1.3-d3"]
#   checks: []
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [soa]
#   column_absent:
#     register: soa
#     fields: [evidence, documents]
#     level: quiet
#   remedy: >-
#     Approve the document and correct its status, name the one that took its place, or say that the control is partly
#     implemented.
package ismslint.rules.controls.evidence_in_force

import data.ismslint.lib

evidence contains lib.evidence(_soa, concat("/", ["columns", field])) if {
	some field in _fields
	some control in _implemented
	some ref in control[field].value
	_in_force[ref.path]
}

findings contains lib.with_related(lib.finding(control, field, message), array.concat([lib.place(document, "status", "its status")], others)) if {
	some i, document in input.isms.documents
	state := _state(document)
	named := sort([[control.index, field] | some [control, field] in _named[i]])
	count(named) > 0
	control := _soa.entries[named[0][0]]
	field := named[0][1]
	others := [lib.place(_soa.entries[at], name, "names it too") | some k, [at, name] in named; k > 0]
	message := sprintf("%s, and %s, which %s, %s", [_called(named), document._path, _naming(named), state])
}

findings contains lib.indicated(lib.finding(control, concat("/", [field, format_int(k, 10)]), message)) if {
	some control in _implemented
	some field in _fields
	some k, ref in control[field].value
	_templates[ref.path]
	message := sprintf("%s is stated as implemented, and %s, which it names, looks like a template that nobody filled in", [control.label, ref.path])
}

_soa := input.isms.registers.soa

_fields := ["evidence", "documents"]

_implemented := [control |
	some control in _soa.entries
	control.applicable.value != "no"
	control.implementation.value == "implemented"
]

# The references to each document, by its path or id.
_named[i] contains [control, field] if {
	some i, document in input.isms.documents
	_state(document)
	some control in _implemented
	some field in _fields
	some ref in control[field].value
	_refers(ref, document)
}

_refers(ref, document) if ref.path == document._path

_refers(ref, document) if {
	ref.id == document.id
	document.id != ""
	count(input.isms.ids[ref.id]) == 1
}

# A file name alone, of which there is one.
_refers(ref, document) if {
	not ref.exists
	ref.path != ""
	not contains(ref.raw, "/")
	_ends(document._path, ref.raw)
	count({other._path | some other in input.isms.documents; _ends(other._path, ref.raw)}) == 1
}

_ends(path, name) if endswith(path, concat("/", ["", name]))

_state(document) := sprintf("has the status \"%s\"", [document.metadata.status.raw]) if {
	document.section == ""
	document.metadata.status.value in {"draft", "in-review", "superseded", "withdrawn"}
	not document.template
}

_in_force contains document._path if {
	some document in input.isms.documents
	document.section == ""
	document.evidence
	not _state(document)
}

_templates contains document._path if {
	some document in input.isms.documents
	document.section == ""
	document.template
}

_called(named) := sprintf("%s is stated as implemented", [_soa.entries[named[0][0]].label]) if count(named) == 1

_called(named) := sprintf("%s are stated as implemented", [lib.list([_soa.entries[at].label | some [at, _] in named])]) if count(named) > 1

_naming(named) := "it names" if count(named) == 1

_naming(named) := "they name" if count(named) > 1
