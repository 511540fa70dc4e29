# METADATA
# title: Actions on risks and opportunities are done by their date
# description: >-
#   The clause asks to plan actions, and 8.1 to carry them out. Each open action of the register is held against its
#   own date. A quarter or a year has passed only when it has ended. Where the register has no place for a status,
#   nothing is said.
# custom:
#   scope: repository
#   clause: "6.1.1"
#   activities: ["6.1.1-c", "8.1-b"]
#   checks: ["6.1.1-5", R-RO-4]
#   kind: freshness
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [planning]
#   column_absent:
#     register: planning
#     fields: [due]
#     level: quiet
#   remedy: >-
#     Record that the action was done, or the new date and why it moved.
package ismslint.rules.risks_and_opportunities.action_overdue

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_register, "columns/due"), ["6.1.1-c"]) if {
	some item in _register.entries
	lib.filled(item.due)
}

evidence contains lib.concerning(lib.evidence(_register, concat("/", ["columns", field])), ["8.1-b"]) if {
	some field in ["done_on", "status"]
	some item in _register.entries
	item.status.value in {"done", "closed", "in-progress"}
	lib.filled(item[field])
}

findings contains lib.finding(item, "due", sprintf("%s was due %s; %s", [item.label, item.due.raw, lib.standing(item)])) if {
	lib.tells_progress(_register)
	some item in _register.entries
	lib.overdue(item)
	not lib.filled(item.result)
}

_register := input.isms.registers.planning
