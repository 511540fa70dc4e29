# METADATA
# title: Objectives are reached, renewed or given up by their date
# description: >-
#   The clause asks to update the objectives as needed, and 8.1 to carry out what was planned for them. An objective
#   that is still open after its own date is neither reached nor renewed, as far as the register shows. A quarter or
#   a year has passed only when it has ended. Where the register has no place for a status, nothing is said.
# custom:
#   scope: repository
#   clause: "6.2"
#   activities: ["6.2-g", "8.1-b"]
#   checks: ["6.2-8", R-OBJ-4]
#   kind: freshness
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["objectives?"]
#   remedy: >-
#     Record the result, set a new date, or give the objective up and say why.
package ismslint.rules.objectives.objective_overdue

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_register, "columns/updated_on"), ["6.2-g"]) if {
	some objective in _register.entries
	lib.filled(objective.updated_on)
}

evidence contains lib.concerning(lib.evidence(_register, "."), ["6.2-g"]) if {
	some field in ["last_reviewed", "approved_on", "date"]
	count(_register.entries) > 0
	lib.filled(_register.header[field])
}

evidence contains lib.concerning(lib.evidence(_register, concat("/", ["columns", field])), ["8.1-b"]) if {
	some field in ["status", "result", "current"]
	some objective in _register.entries
	not objective.status.value in {"open", "cancelled"}
	lib.filled(objective[field])
}

# A dated document of objectives was brought up to date at least once.
evidence contains lib.indicated(lib.concerning(lib.evidence(item, "."), ["6.2-g"])) if {
	count(_register.entries) == 0
	some item in input.isms.types.objectives.items
	item.date != null
}

findings contains lib.finding(objective, "due", sprintf("%s was due %s; %s", [objective.label, objective.due.raw, lib.standing(objective)])) if {
	lib.column(_register, "status")
	some objective in _register.entries
	lib.pursued(objective)
	lib.overdue(objective)
}

_register := input.isms.registers.objectives
