# METADATA
# title: Open decisions are taken up in the next review
# description: >-
#   The clause asks each management review to consider where the actions of earlier reviews stand. Where decisions
#   have ids, each one that was left open is looked for in the record of the review after it. A review that speaks
#   of earlier actions as a whole names none and is left alone; one that names some has left out the others.
# custom:
#   scope: repository
#   clause: "9.3"
#   activities: ["9.3-b"]
#   checks: ["9.3-6", "R-REV-5"]
#   kind: sequence
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [reviews]
#   remedy: Say in the record of the later review where the decision stands.
package ismslint.rules.management_review.earlier_decisions_followed_up

import data.ismslint.lib

evidence contains lib.evidence(_taken_up_at(pair.next), ".") if {
	some pair in _pairs
	count(pair.named) > 0
}

findings contains lib.with_related(
	lib.finding(_taken_up_at(pair.next), ".", _message(pair)),
	[lib.place(decision, ".", "the decision") | some decision in pair.left],
) if {
	some pair in _pairs
	count(pair.named) > 0
	count(pair.left) > 0
}

_ordered := sort([[review.date.value.until, review.index] | some review in lib.reviews])

# Each review with the one before it: which open decisions it names, and which not.
_pairs contains {"next": next, "before": before, "named": named, "left": left} if {
	some i, place in _ordered
	i > 0
	entries := input.isms.registers.reviews.entries
	next := entries[place[1]]
	before := entries[_ordered[i - 1][1]]
	named := [decision | some decision in before.decision_list; next.mentions[decision.id]]
	left := [decision | some decision in before.decision_list; decision.open; not next.mentions[decision.id]]
}

_taken_up_at(review) := review.inputs.previous_actions

_taken_up_at(review) := review if not review.inputs.previous_actions

_message(pair) := sprintf(
	"decision %s of %s is not taken up in the review of %s",
	[pair.left[0].id, lib.held(pair.before), lib.held(pair.next)],
) if {
	count(pair.left) == 1
}

_message(pair) := sprintf(
	"Decisions %s of %s are not taken up in the review of %s",
	[lib.list([decision.id | some decision in pair.left]), lib.held(pair.before), lib.held(pair.next)],
) if {
	count(pair.left) > 1
}
