# METADATA
# title: Finished improvements have a result
# description: >-
#   Whether an improvement improved anything shows afterwards. Where the register of improvements has a place for the
#   result, it is looked for in each entry that is done. One that was done within the last three months, or whose
#   result has a date to come, may still wait for it.
# custom:
#   scope: repository
#   clause: "10.2"
#   activities: ["10.2-a"]
#   checks: ["10.2-3", "R-IMP-3"]
#   kind: field
#   strength: should
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: "off"
#   needs: [improvements]
#   column_absent:
#     register: improvements
#     fields: [result]
#     level: quiet
#   fold:
#     when: always
#     field: result
#     message: "{register}: {n} of {m} improvements are done without a recorded result: {ids}"
#   remedy: >-
#     Write down what came of it; "no effect seen, withdrawn" is a result too.
package ismslint.rules.continual_improvement.result_recorded

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/result") if {
	some improvement in _done
	lib.filled(improvement.result)
}

findings contains lib.finding(improvement, "result", sprintf("%s is done, and no result is recorded", [improvement.label])) if {
	some improvement in _done
	lib.blank(improvement.result)
	not _waiting(improvement)
}

_register := input.isms.registers.improvements

_done contains improvement if {
	some improvement in _register.entries
	improvement.status.value in {"done", "closed"}
	not lib.turned_down(improvement)
}

_waiting(improvement) if improvement.result_on.value.until >= input.isms.as_of

_waiting(improvement) if isms.plus(improvement.done_on.value.until, {"months": 3, "days": 0}) > input.isms.as_of
