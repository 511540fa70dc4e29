# METADATA
# title: Improvements are carried out by their date
# description: >-
#   An improvement that was planned and is still open after its own date is behind the plan, as far as the register
#   shows. A month or a quarter has passed only when it has ended. What was declined, and what a remark or a later
#   date in the row speaks of, is left alone.
# custom:
#   scope: repository
#   clause: "10.2"
#   activities: ["10.2-a"]
#   checks: []
#   kind: freshness
#   strength: should
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [improvements]
#   column_absent:
#     register: improvements
#     fields: [due]
#     level: quiet
#   remedy: >-
#     Carry out the improvement and record when, or set a new date and say why.
package ismslint.rules.continual_improvement.improvement_overdue

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in ["due", "done_on"]
	some improvement in _register.entries
	lib.filled(improvement[field])
}

findings contains lib.finding(improvement, "due", message) if {
	lib.tells_progress(_register)
	some improvement in _register.entries
	lib.overdue(improvement)
	not lib.turned_down(improvement)
	not lib.filled(improvement.comment)
	not lib.filled(improvement.result)
	message := sprintf("%s was due %s; %s", [improvement.label, improvement.due.raw, lib.standing(improvement)])
}

_register := input.isms.registers.improvements
