# METADATA
# title: Management reviews are held at the planned interval
# description: >-
#   The clause asks top management to review the management system at planned intervals. The date of the newest
#   review on record is compared with the date that this review set for the next one, else with the interval of
#   isms.yaml, else with twelve months, which is nobody's plan and so only a note.
# custom:
#   scope: repository
#   clause: "9.3"
#   activities: ["9.3-a"]
#   checks: ["9.3-2", "R-REV-2"]
#   kind: freshness
#   strength: shall
#   source: "27003"
#   level: warning
#   level_no_interval: note
#   certainty: decides
#   small_organization: keep
#   needs: [reviews]
#   remedy: >-
#     Hold the review and keep its record, or state the interval that was planned under `intervals` in isms.yaml.
package ismslint.rules.management_review.review_overdue

import data.ismslint.lib

evidence contains lib.evidence(lib.newest_review, "date")

findings contains _finding(lib.finding(
	input.isms.registers.reviews, ".",
	sprintf("the last management review was on %s, %s", [lib.held(lib.newest_review), _plan]),
)) if {
	_due < input.isms.as_of
}

_interval := lib.interval("management_review")

_next := lib.newest_review.next_review

_due := _next.value.until if lib.filled(_next)

_due := lib.due(lib.newest_review.date, _interval) if not lib.filled(_next)

_finding(finding) := lib.by_default_interval(finding) if _is_default

_finding(finding) := finding if not _is_default

_is_default if {
	not lib.filled(_next)
	not _interval.stated
}

_plan := sprintf("and the next one was planned for %s", [_next.raw]) if lib.filled(_next)

_plan := lib.plan(_interval) if not lib.filled(_next)
