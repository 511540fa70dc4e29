# METADATA
# title: A major nonconformity has a cause and a corrective action
# description: >-
#   The clause asks for action in proportion to the effect of the nonconformity, which no program can judge. One
#   that the organisation itself graded as major, and that is settled with neither a cause nor a corrective
#   action, suggests that it was not.
# custom:
#   scope: repository
#   clause: "10.1"
#   activities: ["10.1-g"]
#   checks: ["10.1-9"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   needs: [nonconformities]
#   column_absent:
#     register: nonconformities
#     fields: [grade]
#     level: quiet
#   remedy: >-
#     Find the cause and act on it, or correct the grade.
package ismslint.rules.nonconformity.action_in_proportion

import data.ismslint.lib

# Graded entries with an action of their own show that the effect was weighed.
evidence contains lib.evidence(_register, "columns/grade") if {
	some entry in lib.nonconformities
	lib.filled(entry.grade)
	lib.filled(entry.corrective_action)
}

# One that lacks only the cause is reported by cause-recorded.
findings contains lib.finding(entry, "corrective_action", message) if {
	some entry in lib.nonconformities
	entry.grade.value == "major"
	not lib.open(entry)
	not lib.corrected_only(entry)
	lib.column(_register, "cause")
	lib.column(_register, "corrective_action")
	lib.blank(entry.cause)
	lib.blank(entry.corrective_action)
	message := sprintf("%s is graded \"%s\"; neither cause nor corrective action is recorded", [entry.label, entry.grade.raw])
}

_register := input.isms.registers.nonconformities
