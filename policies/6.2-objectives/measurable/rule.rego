# METADATA
# title: Each objective is measurable, or says why it is not
# description: >-
#   The clause asks for objectives that can be measured where that is practicable. Evidence is a measure, a target or
#   a number in the objective itself. An objective with none of them, and no remark that says why, leaves open how
#   anybody would know that it was reached. A measure that is named by an id stands in the register of measurements.
# custom:
#   scope: repository
#   clause: "6.2"
#   activities: ["6.2-c"]
#   checks: ["6.2-3", R-OBJ-2]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["objectives?"]
#   remedy: >-
#     Name a measure or a target, or write down why none is practicable.
package ismslint.rules.objectives.measurable

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in _fields
	some objective in _register.entries
	lib.filled(objective[field])
}

evidence contains lib.indicated(lib.evidence(_register, "columns/statement")) if {
	some objective in _register.entries
	_has_number(objective.statement.raw)
}

# Measures that name the objective which they serve.
evidence contains lib.indicated(lib.evidence(_measures, "columns/objective")) if {
	some measure in _measures.entries
	lib.filled(measure.objective)
}

findings contains lib.finding(objective, _at, message) if {
	count(_columns) > 0
	some objective in _unmeasured
	message := sprintf("%s names neither a measure or target nor why there is none", [objective.label])
}

# A register without a place for it: one note.
findings contains lib.at_most(lib.finding(_register, "columns", message), "note") if {
	count(_columns) == 0
	count(_unmeasured) > 0
	message := sprintf("%s has no column for a measure or target, and no number is in: %s", [_register.title, lib.ids(_unmeasured)])
}

findings contains lib.finding(objective, "metric", message) if {
	some objective in _register.entries
	lib.filled(objective.metric)
	_forms[lib.form(objective.metric.raw)]
	not objective.metric.raw in _ids
	message := sprintf("%s is measured by %s, which %s does not have", [objective.label, objective.metric.raw, _measures._path])
}

_register := input.isms.registers.objectives

_measures := input.isms.registers.measurements

_fields := ["metric", "target", "baseline"]

_columns := [field | some field in _fields; lib.column(_register, field)]

_at := _columns[0]

_unmeasured := [objective |
	some objective in _register.entries
	lib.pursued(objective)
	lib.filled(objective.statement)
	not _measured(objective)
	not _has_number(objective.statement.raw)
	not _measured_elsewhere[objective.id]
]

# What else says how one knows: a value, a way to evaluate, a remark.
_measured(objective) if {
	some field in ["metric", "target", "baseline", "current", "result", "evaluation", "comment"]
	not lib.blank(objective[field])
}

_measured_elsewhere contains id if {
	some measure in _measures.entries
	some ref in measure.refs.value
	some id in [ref.id, ref.raw]
}

_measured_elsewhere contains measure.objective.raw if some measure in _measures.entries

_has_number(text) if {
	some digit in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
	contains(text, digit)
}

_ids := {measure.id | some measure in _measures.entries; measure.id != ""}

# Ids end in a number: other texts are no reference.
_forms := {form | some id in _ids; form := lib.form(id); form != id}
