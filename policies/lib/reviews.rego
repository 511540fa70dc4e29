# What the rules on management reviews have in common.
package ismslint.lib

# reviews are the management reviews that were held: not after the evaluation,
# with something on record.
reviews contains review if {
	some review in input.isms.registers.reviews.entries
	review.date.value.from <= input.isms.as_of
	not review.status.value == "cancelled"
	_recorded(review)
}

# newest_review is the last of them.
newest_review := input.isms.registers.reviews.entries[_last[1]]

# review_cycle are the newest review and the meetings shortly before it: a review
# may be spread over several. Reviews of the year before are none of them, even
# where the newest one was held a little early.
review_cycle contains review if {
	some review in reviews
	months := interval("management_review").months
	window := {"months": months - ceil(months / 6), "days": interval("management_review").days}
	due(review.date, window) >= newest_review.date.value.until
}

review_cycle contains newest_review

# inputs_filled are the inputs that a meeting of the cycle took up.
inputs_filled[key] contains review.index if {
	some review in review_cycle
	some key, found in review.inputs
	found.filled
}

# inputs_absent are those of the edition that none did.
inputs_absent := [item |
	some item in data.catalogue.review_inputs[input.isms.edition]
	not inputs_filled[item.key]
]

# input_evidence is one place for each input that was taken up: the newest.
input_evidence contains concerning(evidence_date(evidence(found, "."), review.date.value.until), [item.activity]) if {
	some item in data.catalogue.review_inputs[input.isms.edition]
	newest := max([[input.isms.registers.reviews.entries[i].date.value.until, i] | some i in inputs_filled[item.key]])
	review := input.isms.registers.reviews.entries[newest[1]]
	found := review.inputs[item.key]
}

# held is the date of a review as messages write it.
held(review) := review.date.value.from if review.date.value.from == review.date.value.until

held(review) := review.date.raw if review.date.value.from != review.date.value.until

_recorded(review) if {
	some name in ["participants", "chair", "decisions", "actions", "conclusion", "minutes", "inputs_text"]
	filled(review[name])
}

_recorded(review) if {
	some found in review.inputs
	found.filled
}

_last := max([[review.date.value.until, review.index] | some review in reviews])
