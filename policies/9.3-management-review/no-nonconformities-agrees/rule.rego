# METADATA
# title: What the review says about nonconformities agrees with their register
# description: >-
#   Management reviews consider nonconformities and corrective actions. A record that says without reserve that
#   there are none, while the register holds entries that had been raised before and were still open, contradicts
#   it. Sentences about a period, a site, a source or a grade are left alone.
# custom:
#   scope: repository
#   clause: "9.3"
#   activities: ["9.3-e"]
#   checks: ["9.3-9", "R-REV-7"]
#   kind: consistency
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   needs: [reviews, nonconformities]
#   remedy: Correct the record with a dated remark, or the dates in the register of nonconformities.
package ismslint.rules.management_review.no_nonconformities_agrees

import data.ismslint.lib

evidence contains lib.evidence(said, ".") if {
	some review in lib.reviews
	said := review.inputs.nonconformities
	said.none
	count(_open_at(review)) == 0
}

findings contains lib.with_related(
	lib.finding(review, "inputs/nonconformities", _message(review, open)),
	[lib.place(nonconformity, "raised_on", "open then") | some nonconformity in array.slice(open, 0, 5)],
) if {
	some review in lib.reviews
	review.inputs.nonconformities.none
	open := _open_at(review)
	count(open) > 0
}

_open_at(review) := [nonconformity |
	some nonconformity in input.isms.registers.nonconformities.entries
	nonconformity.raised_on.value.until <= review.date.value.from
	_still_open(nonconformity, review)
]

_still_open(nonconformity, review) if nonconformity.closed_on.value.from > review.date.value.until

_still_open(nonconformity, _) if {
	not lib.filled(nonconformity.closed_on)
	lib.filled(nonconformity.status)
	lib.open(nonconformity)
}

_message(review, open) := sprintf(
	"the review of %s says that there are no nonconformities; %s was open then",
	[lib.held(review), lib.ids(open)],
) if {
	count(open) == 1
}

_message(review, open) := sprintf(
	"the review of %s says that there are no nonconformities; %s were open then",
	[lib.held(review), lib.ids(open)],
) if {
	count(open) > 1
}
