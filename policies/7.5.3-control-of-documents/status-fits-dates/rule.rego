# METADATA
# title: An entry that has ended is not called open
# description: >-
#   An entry with a day on which it was closed or done has ended; one that says in the same row that it is open, or
#   not begun, contradicts itself. Days to come are read as plans, and work that is under way, approved or reopened is left
#   alone.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-b"]
#   checks: []
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Correct the status, or take the date out if it was a plan.
package ismslint.rules.control_of_documents.status_fits_dates

import data.ismslint.lib

evidence contains lib.evidence(entry, "status") if {
	some kind, field in _ends
	some entry in input.isms.registers[kind].entries
	entry.status.value in {"closed", "done"}
	lib.filled(entry[field])
}

findings contains lib.with_related(
	lib.finding(entry, "status", sprintf("%s is %q, and has %s as the day on which it was %s", [entry.label, entry.status.raw, entry[field].raw, _words[field]])),
	[lib.place(entry, field, "the day")],
) if {
	some kind, field in _ends
	register := input.isms.registers[kind]
	register.decided
	some entry in register.entries
	_goes_on(entry.status)
	entry[field].value.until <= input.isms.as_of
}

# What the others that are finished have.
findings contains lib.finding(entry, "status", message) if {
	some kind, field in _ends
	register := input.isms.registers[kind]
	register.decided
	lib.column(register, field)
	finished := [entry | some entry in register.entries; entry.status.value in {"done", "closed"}]
	undated := [entry | some entry in finished; lib.blank(entry[field])]
	count(undated) * 3 <= count(finished)
	count(undated) <= 2
	some entry in undated
	message := sprintf("%s is %q, and the day on which it was %s is not recorded, as it is for the others", [entry.label, entry.status.raw, _words[field]])
}

_goes_on(status) if status.value == "in-progress"

_goes_on(status) if {
	status.value == "open"
	lower(status.raw) in _not_begun
}

_ends := {
	"awareness": "delivered_on",
	"changes": "done_on",
	"improvements": "done_on",
	"incidents": "closed_on",
	"nonconformities": "closed_on",
	"planning": "done_on",
	"treatments": "done_on",
}

_words := {"closed_on": "closed", "delivered_on": "held", "done_on": "done"}

_not_begun := {"open", "offen", "new", "neu", "not started", "nicht begonnen", "to do", "todo", "planned", "geplant", "pending", "proposed", "outstanding", "ausstehend"}
