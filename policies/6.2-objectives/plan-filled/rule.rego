# METADATA
# title: Each objective says what is done, with what, by whom, until when and how it is judged
# description: >-
#   The clause asks to plan for each objective what will be done, which resources it takes, who is responsible, until
#   when, and how the result is judged. It does not ask to write each down: looked at are the columns that the
#   register has, and only for objectives that are still pursued. For objectives that are a list without columns
#   there is one note.
# custom:
#   scope: repository
#   clause: "6.2"
#   activities: ["6.2-i", "6.2-j", "6.2-k", "6.2-l", "6.2-m"]
#   checks: ["6.2-2", R-OBJ-1]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["objectives?"]
#   column_absent:
#     register: objectives
#     fields: [actions, resources, owner, due, evaluation, frequency]
#     level: note
#     message: "{register} has no column for actions, resources, person responsible, date or evaluation"
#   fold:
#     when: most
#     message: "{register}: the plan of {n} of {m} objectives has empty cells"
#     field: actions
#   remedy: >-
#     Fill in the cell, or delete the column that you do not need.
package ismslint.rules.objectives.plan_filled

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_register, concat("/", ["columns", field])), [activity]) if {
	some [field, activity] in _serves
	some objective in _register.entries
	lib.filled(objective[field])
}

findings contains lib.concerning(lib.finding(objective, empty[0][0], message), [activity | some [_, activity] in empty]) if {
	some objective in _register.entries
	lib.pursued(objective)
	empty := [pair | some pair in _serves; pair[0] != "frequency"; lib.column(_register, pair[0]); _empty(objective, pair[0])]
	count(empty) > 0
	message := sprintf("%s: %s", [objective.label, concat(", ", [_named[field] | some [field, _] in empty])])
}

# Measures that name an objective say who follows it and how.
evidence contains lib.indicated(lib.concerning(lib.evidence(_measures, concat("/", ["columns", field])), [activity])) if {
	some [field, activity] in [["owner", "6.2-k"], ["method", "6.2-m"], ["measure_when", "6.2-m"]]
	some measure in _measures.entries
	lib.filled(measure.objective)
	lib.filled(measure[field])
}

# A list has no place to say it for each objective.
findings contains lib.indicated(lib.at_most(lib.finding(_list, ".", message), "note")) if {
	count(_register.entries) == 0
	message := sprintf("%s is no table of objectives: for each of them, what is done, with what, by whom and until when was not recognised", [_list.title])
}

_register := input.isms.registers.objectives

_measures := input.isms.registers.measurements

_list := input.isms.types.objectives.items[0]

_serves := [
	["actions", "6.2-i"], ["resources", "6.2-j"], ["owner", "6.2-k"],
	["due", "6.2-l"], ["evaluation", "6.2-m"], ["frequency", "6.2-m"],
]

_named := {
	"actions": "what is done is empty",
	"resources": "resources are empty",
	"owner": "the person responsible is empty",
	"due": "the date is empty",
	"evaluation": "how it is evaluated is empty",
}

_empty(objective, field) if {
	field != "evaluation"
	lib.blank(objective[field])
}

# How often it is measured says something of how it is judged.
_empty(objective, "evaluation") if {
	lib.blank(objective.evaluation)
	lib.blank(objective.frequency)
}
