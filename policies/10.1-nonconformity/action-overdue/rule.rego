# METADATA
# title: Corrective actions are carried out by their date
# description: >-
#   The clause asks to carry out the action that is needed. An entry that is still open after the date of its own
#   action, or of its correction, is behind its plan, unless a later date stands in the same row. A quarter or a
#   month has passed only when it has ended.
# custom:
#   scope: repository
#   clause: "10.1"
#   activities: ["10.1-d"]
#   checks: ["10.1-4", "R-NC-3"]
#   kind: freshness
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [nonconformities]
#   column_absent:
#     register: nonconformities
#     fields: [due, correction_due, corrective_action, done_on]
#     level: quiet
#   remedy: >-
#     Carry out the action and record when, or set a new date and say why.
package ismslint.rules.nonconformity.action_overdue

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in ["corrective_action", "done_on"]
	some entry in lib.nonconformities
	lib.filled(entry[field])
}

findings contains lib.finding(entry, "due", sprintf("%s: its action was due %s; %s", [entry.label, entry.due.raw, lib.standing(entry)])) if {
	some entry in lib.nonconformities
	lib.tells_progress(_register)
	lib.overdue(entry)
	_in_work(entry)
}

# Where the action is late too, that is one cause.
findings contains lib.finding(entry, "correction_due", message) if {
	some entry in lib.nonconformities
	lib.tells_progress(_register)
	entry.correction_due.value.until < input.isms.as_of
	lib.open(entry)
	_in_work(entry)
	not lib.filled(entry.correction_on)
	not lib.overdue(entry)
	message := sprintf("%s: its correction was due %s; %s", [entry.label, entry.correction_due.raw, lib.standing(entry)])
}

_register := input.isms.registers.nonconformities

# A later date in the row is a new plan.
_in_work(entry) if {
	not lib.filled(entry.closed_on)
	not lib.filled(entry.effectiveness_on)
	not _planned_ahead(entry)
}

_planned_ahead(entry) if entry.effectiveness_planned_on.value.until >= input.isms.as_of
