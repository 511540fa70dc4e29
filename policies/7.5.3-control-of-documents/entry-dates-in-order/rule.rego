# METADATA
# title: The dates of an entry can be true together
# description: >-
#   Records show what was done if their dates hold. Within one entry of a register, what comes after (closed, done,
#   valid until, next review) cannot have an earlier day than what it comes after, and something cannot have
#   happened on a day that is still to come. Months and years count from their first to their last day, days that
#   only overlap are no matter, and a future date beside an open status is read as a plan.
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
#     Find out which of the two dates is wrong, and correct it.
package ismslint.rules.control_of_documents.entry_dates_in_order

import data.ismslint.lib

evidence contains lib.evidence(entry, pair[1]) if {
	some kind, pairs in _pairs
	entry := input.isms.registers[kind].entries[0]
	some pair in pairs
	lib.filled(entry[pair[0]])
	lib.filled(entry[pair[1]])
}

# The first pair that is out of order: one slip puts several of them out.
findings contains lib.with_related(lib.finding(entry, later, message), [lib.place(entry, earlier, "the other date")]) if {
	some kind, pairs in _pairs
	register := input.isms.registers[kind]
	register.decided
	some entry in register.entries
	[earlier, later] := [pair | some pair in pairs; _turned(entry, pair)][0]
	message := sprintf("%s: %s is %s, before %s on %s", [
		entry.label,
		_words(later), entry[later].raw,
		_words(earlier), entry[earlier].raw,
	])
}

findings contains lib.finding(entry, field, message) if {
	some kind, fields in _happened
	register := input.isms.registers[kind]
	register.decided
	some entry in register.entries
	field := [field | some field in fields; _to_come(entry[field])][0]
	_over(entry, field)
	message := sprintf("%s: %s is %s, a day still to come", [entry.label, _words(field), entry[field].raw])
}

_turned(entry, [earlier, later]) if entry[later].value.until < entry[earlier].value.from

# A day more, for whoever writes where it is tomorrow.
_to_come(field) if field.value.from > isms.plus(input.isms.as_of, {"months": 0, "days": 1})

# These have happened whatever the status is.
_over(_, "raised_on")

_over(_, "occurred_on")

_over(_, "detected_on")

_over(_, "reported_on")

_over(_, "identified_on")

_over(_, "requested_on")

_over(entry, field) if {
	field in {"done_on", "closed_on", "verified_on", "delivered_on", "performed_on", "achieved_on"}
	entry.status.value in {"done", "closed"}
}

_pairs := {
	"audits": [["performed_on", "reported_on"]],
	"awareness": [["delivered_on", "verified_on"]],
	"changes": [["requested_on", "done_on"], ["done_on", "reviewed_on"]],
	"competence": [["achieved_on", "expires_on"]],
	"documents": [["date", "next_review"], ["approved_on", "next_review"], ["last_reviewed", "next_review"]],
	"exceptions": [["approved_on", "expires_on"]],
	"improvements": [["raised_on", "done_on"], ["done_on", "result_on"]],
	"incidents": [["occurred_on", "detected_on"], ["occurred_on", "reported_on"], ["occurred_on", "closed_on"], ["reported_on", "closed_on"]],
	"legal": [["reviewed_on", "next_review"]],
	"nonconformities": [["raised_on", "correction_on"], ["raised_on", "done_on"], ["raised_on", "effectiveness_on"], ["raised_on", "closed_on"]],
	"planning": [["done_on", "evaluated_on"]],
	"reviews": [["date", "approved_on"], ["date", "next_review"]],
	"risks": [["identified_on", "accepted_on"], ["assessed_on", "next_assessment"]],
	"roles": [["from", "until"]],
	"suppliers": [["valid_from", "valid_until"], ["reviewed_on", "next_review"]],
	"treatments": [["start_on", "due"], ["approved_on", "done_on"], ["done_on", "verified_on"]],
}

_happened := {
	"audits": ["performed_on"],
	"awareness": ["delivered_on"],
	"changes": ["requested_on", "done_on"],
	"competence": ["achieved_on"],
	"improvements": ["raised_on", "done_on"],
	"incidents": ["occurred_on", "detected_on", "reported_on", "closed_on"],
	"nonconformities": ["raised_on", "done_on", "closed_on"],
	"planning": ["done_on"],
	"risks": ["identified_on"],
	"treatments": ["done_on", "verified_on"],
}

_names := {
	"date": "its date",
	"occurred_on": "the day it occurred",
	"due": "the target date",
	"from": "the start",
	"until": "the end",
	"done_on": "the day it was done",
	"last_reviewed": "the last review",
	"reviewed_on": "the last review",
	"next_review": "the next review",
	"next_assessment": "the next assessment",
	"valid_from": "the start of validity",
	"valid_until": "the end of validity",
	"expires_on": "the expiry",
	"start_on": "the start",
	"effectiveness_on": "the review of its effect",
}

_words(field) := object.get(_names, field, sprintf("the day it was %s", [trim_suffix(replace(field, "_", " "), " on")]))
