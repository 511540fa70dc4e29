# METADATA
# title: The issues are reviewed as often as planned
# description: >-
#   Circumstances change, and the guidance recommends to look again. The newest date of review in the register of
#   issues is compared with the interval that the register or isms.yaml states. A management review that took up
#   changed issues counts as well. Without an interval of its own nothing is compared: the clause sets none.
# custom:
#   scope: repository
#   clause: "4.1"
#   activities: ["4.1-a", "4.1-b"]
#   checks: ["4.1-5", "R-ISS-4"]
#   kind: freshness
#   strength: should
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [issues]
#   remedy: Go through the issues, change what changed, and record the date.
package ismslint.rules.context.issues_reviewed

import data.ismslint.lib

evidence contains lib.evidence_date(lib.evidence(_issues, "last_reviewed"), _newest) if {
	_newest
	not _overdue
}

findings contains lib.finding(_issues, "last_reviewed", sprintf("the issues were last reviewed on %s, planned every %s", [_newest, lib.span(_interval.value)])) if {
	_overdue
}

_issues := input.isms.registers.issues

# The register's own interval wins.
_interval := _issues.header.review_interval if {
	lib.filled(_issues.header.review_interval)
} else := input.isms.organization.intervals.context_review

_newest := max(_dates)

_dates contains date.value.until if {
	some date in array.concat([_issues.header.last_reviewed], [issue.reviewed_on | some issue in _issues.entries])
	lib.filled(date)
	date.value.from <= input.isms.as_of
}

_overdue if {
	lib.filled(_interval)
	isms.plus(_newest, _interval.value) < input.isms.as_of
	not _taken_up
}

# A later management review took up changed issues.
_taken_up if {
	some review in lib.reviews
	isms.plus(review.date.value.until, _interval.value) >= input.isms.as_of
	review.inputs.issue_changes.filled
}
