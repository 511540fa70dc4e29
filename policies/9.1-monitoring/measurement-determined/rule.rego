# METADATA
# title: It is determined what is measured, how, when, by whom, and who judges it when
# description: >-
#   The clause asks to determine what is monitored and measured, the methods, when and by whom, and when and by
#   whom the results are analysed and judged. Only the results have to be in writing: looked at are the columns
#   that the register has, and a sentence that names one owner for all settles who. Retired measures are left
#   alone.
# custom:
#   scope: repository
#   clause: "9.1"
#   activities: ["9.1-a", "9.1-b", "9.1-c", "9.1-d", "9.1-e", "9.1-f"]
#   checks: ["9.1-1", "R-MEAS-1"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [measurements]
#   column_absent:
#     register: measurements
#     fields: [method, formula, measure_when, measure_by, owner, evaluate_when, evaluate_by]
#     level: note
#     message: "{register} has no column for how, when or by whom the measures are taken and judged"
#   fold:
#     when: most
#     message: "{register}: {n} of {m} measures have empty cells on how, when or by whom they are taken"
#     field: name
#   remedy: >-
#     Fill in the cell, or delete the column that you do not need.
package ismslint.rules.monitoring.measurement_determined

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_register, concat("/", ["columns", field])), [activity]) if {
	some activity, fields in _serves
	some field in fields
	some measure in _register.entries
	not lib.blank(measure[field])
}

findings contains lib.concerning(lib.finding(measure, _serves[empty[0]][0], message), empty) if {
	some measure in _register.entries
	not _retired(measure)
	empty := [activity | some activity, fields in _serves; _empty(measure, activity, fields)]
	count(empty) > 0
	message := sprintf("%s: %s", [measure.label, concat(", ", [_named[activity] | some activity in empty])])
}

_register := input.isms.registers.measurements

_serves := {
	"9.1-a": ["name", "what", "information_need"],
	"9.1-b": ["method", "formula", "data_source"],
	"9.1-c": ["measure_when"],
	"9.1-d": ["measure_by", "owner"],
	"9.1-e": ["evaluate_when"],
	"9.1-f": ["evaluate_by"],
}

_named := {
	"9.1-a": "what is measured is empty",
	"9.1-b": "the method is empty",
	"9.1-c": "when it is measured is empty",
	"9.1-d": "who measures is empty",
	"9.1-e": "when it is evaluated is empty",
	"9.1-f": "who evaluates is empty",
}

# One of the fields is enough.
_empty(measure, activity, fields) if {
	some field in fields
	lib.column(_register, field)
	lib.cell(measure, field)
	every other in fields {
		lib.blank(measure[other])
	}
	not _settled(activity)
}

_settled(activity) if {
	activity in {"9.1-d", "9.1-f"}
	_owned
}

_owned if input.isms.types.measurements.cues["owner-all"]

_owned if lib.filled(_register.header.owner)

_retired(measure) if lower(measure.status.raw) in {"retired", "closed", "withdrawn", "cancelled", "inactive", "eingestellt", "beendet"}
