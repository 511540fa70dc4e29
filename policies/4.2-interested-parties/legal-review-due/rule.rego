# METADATA
# title: Legal requirements are looked at again by their date
# description: >-
#   Laws and contracts change. Where the register gives a requirement a day of its next review, that day has not passed
#   without a review. What is no longer in force is left alone.
# custom:
#   scope: repository
#   clause: "4.2"
#   activities: ["4.2-b"]
#   checks: []
#   kind: freshness
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [legal]
#   fold:
#     when: most
#     message: "{register}: the review of {n} of {m} requirements is overdue: {ids}"
#     field: next_review
#   remedy: >-
#     Look at the requirement again, and set the day of the next review.
package ismslint.rules.interested_parties.legal_review_due

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/next_review") if {
	some entry in _register.entries
	lib.filled(entry.next_review)
}

findings contains lib.finding(entry, "next_review", message) if {
	some entry in _register.entries
	entry.next_review.value.until < input.isms.as_of
	not entry.reviewed_on.value.until >= entry.next_review.value.until
	not lower(entry.status.raw) in {"repealed", "expired", "ended", "withdrawn", "closed", "superseded"}
	message := sprintf("%s: review was due %s", [entry.label, entry.next_review.raw])
}

_register := input.isms.registers.legal
