# METADATA
# title: Improvements and what they come from lead to each other
# description: >-
#   An improvement can be followed from its source to its result where the ids lead somewhere. An improvement that gives
#   the id of an audit finding, incident or decision which nothing in the repository has, and an incident that gives the
#   id of an improvement which the register does not have, are reported. Only ids of a form that the repository uses are
#   looked up: ids of tickets and words are left alone.
# custom:
#   scope: repository
#   clause: "10.2"
#   activities: ["10.2-a"]
#   checks: []
#   kind: xref
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [improvements, "incidents?"]
#   remedy: >-
#     Correct the id, or add the entry that it names.
package ismslint.rules.continual_improvement.source_known

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/source_ref") if {
	some improvement in _register.entries
	some ref in improvement.source_ref.value
	_leads(ref)
}

evidence contains lib.evidence(_incidents, "columns/improvements") if {
	some incident in _incidents.entries
	some ref in incident.improvements.value
	input.isms.ids[ref.id]
}

findings contains lib.finding(improvement, sprintf("source_ref/%d", [i]), message) if {
	some improvement in _register.entries
	some i, ref in improvement.source_ref.value
	_astray(ref)
	message := sprintf("%s gives %s as its source, and no entry here has that id", [improvement.label, ref.id])
}

findings contains lib.finding(incident, sprintf("improvements/%d", [i]), message) if {
	some incident in _incidents.entries
	some i, ref in incident.improvements.value
	_astray(ref)
	message := sprintf("%s led to %s, and no entry here has that id", [incident.label, ref.id])
}

_register := input.isms.registers.improvements

_incidents := input.isms.registers.incidents

_leads(ref) if input.isms.ids[ref.id]

_leads(ref) if {
	ref.path != ""
	ref.exists
}

# Two ids of that form, else it may be one of another tool.
_astray(ref) if {
	ref.id != ""
	ref.path == ""
	not ref.url
	not input.isms.ids[ref.id]
	_forms[lib.form(ref.id)] > 1
}

_forms[form] := count(ids) if {
	some id, _ in input.isms.ids
	form := lib.form(id)
	ids := {other | some other, _ in input.isms.ids; lib.form(other) == form}
}
