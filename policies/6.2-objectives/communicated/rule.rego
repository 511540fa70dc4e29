# METADATA
# title: Objectives are communicated
# description: >-
#   The clause asks to communicate the objectives. Where the register has a column for whom they were told to and
#   when, it is filled for each objective that is pursued.
# custom:
#   scope: repository
#   clause: "6.2"
#   activities: ["6.2-f"]
#   checks: ["6.2-7"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [objectives]
#   column_absent:
#     register: objectives
#     fields: [communicated_to, communicated_on]
#     level: quiet
#   remedy: >-
#     Record who was told of the objective, and when.
package ismslint.rules.objectives.communicated

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in _fields
	some objective in _register.entries
	lib.filled(objective[field])
}

findings contains lib.with_related(lib.finding(_untold[0], _at, message), places) if {
	count(_untold) > 0
	message := sprintf("not recorded as communicated: %s", [lib.ids(_untold)])
	places := [lib.place(objective, _at, "not here either") | some i, objective in _untold; i > 0]
}

_register := input.isms.registers.objectives

_fields := ["communicated_to", "communicated_on"]

_at := [field | some field in _fields; lib.column(_register, field)][0]

_untold := [objective |
	some objective in _register.entries
	lib.pursued(objective)
	every field in _fields {
		lib.blank(objective[field])
	}
]
