# METADATA
# title: The review concludes on the management system
# description: >-
#   Management reviews serve to find out whether the management system is suitable, adequate and effective. Looked
#   for is a conclusion in each record, under a heading or column of its own or in a sentence that uses such words.
#   Where no record has one, that is the organisation's habit and nothing is said.
# custom:
#   scope: repository
#   clause: "9.3"
#   activities: ["9.3-a"]
#   checks: ["9.3-8"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   needs: [reviews]
#   column_absent: {register: reviews, fields: [conclusion], level: quiet}
#   remedy: Add a sentence on whether the management system is suitable, adequate and effective.
package ismslint.rules.management_review.conclusion_recorded

import data.ismslint.lib

evidence contains lib.evidence(review, "conclusion") if {
	some review in lib.reviews
	lib.filled(review.conclusion)
}

findings contains lib.finding(review, "conclusion", _message(review)) if {
	some review in lib.reviews
	not lib.filled(review.conclusion)
}

_message(review) := sprintf(
	"the review of %s was not recognised to conclude on suitability, adequacy and effectiveness",
	[lib.held(review)],
)
