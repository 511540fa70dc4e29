# METADATA
# title: Top management hears how the management system performs
# description: >-
#   Somebody is to report to top management on the performance of the management system. A management review within the
#   interval shows it, and so does a dated report on security or its measures. Spoken of is only what has a date:
#   that there is no report at all may mean that it is kept elsewhere.
# custom:
#   scope: repository
#   clause: "5.3"
#   activities: ["5.3-c"]
#   checks: ["5.3-6"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   needs: ["reviews?"]
#   remedy: Report to top management on the ISMS and keep the report with its date.
package ismslint.rules.roles.performance_reported

import data.ismslint.lib

evidence contains lib.evidence_date(lib.evidence(lib.newest_review, "."), lib.newest_review.date.value.until)

evidence contains lib.evidence(newest, ".") if {
	newest := _reports[count(_reports) - 1]
	not _past(newest.date)
}

# A review that is overdue, review-overdue reports.
findings contains lib.finding(newest, ".", message) if {
	newest := _reports[count(_reports) - 1]
	_past(newest.date)
	count(lib.reviews) == 0
	message := sprintf("no report to top management was recognised after %s, the date of %s", [newest.date, newest._path])
}

# Dated, the newest last.
_reports := [report |
	some [_, i] in sort([[report.date, i] | some i, report in _items; report.date != null; report.date <= input.isms.as_of])
	report := _items[i]
]

_items := input.isms.types["report.kpi"].items

_past(date) if isms.plus(date, lib.interval("management_review")) < input.isms.as_of
