# METADATA
# title: Each issue says how it bears on information security
# description: >-
#   A list of circumstances without their effect leaves a reader guessing why they are on it. Where the register of
#   issues has a column for the effect, it is looked for in each row.
# custom:
#   scope: repository
#   clause: "4.1"
#   activities: ["4.1-a", "4.1-b"]
#   checks: ["4.1-3"]
#   kind: field
#   strength: should
#   source: practice
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [issues]
#   column_absent:
#     register: issues
#     fields: [effect]
#     level: quiet
#   fold:
#     when: always
#     field: effect
#     message: "no effect on information security is given for {n} of {m} issues: {ids}"
#   remedy: Say in a few words what follows from the issue for information security.
package ismslint.rules.context.effect_stated

import data.ismslint.lib

evidence contains lib.evidence(_issues, "columns/effect") if {
	some issue in _issues.entries
	lib.filled(issue.effect)
}

findings contains lib.finding(issue, "effect", sprintf("%s does not say how it bears on information security", [issue.label])) if {
	some issue in _issues.entries
	not lib.filled(issue.effect)
	not issue.status.value in {"closed", "cancelled", "done"}
}

_issues := input.isms.registers.issues
