package ismslint.rules.management_review.review_overdue_test

import data.ismslint.rules.management_review.review_overdue as rule

_input(entries, settings) := isms.parse({
	"registers/reviews.yaml": sprintf("register: reviews\nentries:\n%s\n", [entries]),
	"isms.yaml": settings,
})

_stated(interval) := sprintf("intervals:\n  management_review: %s\n", [interval])

_message(entries, settings) := finding.message if {
	found := rule.findings with input as _input(entries, settings)
	count(found) == 1
	some finding in found
	finding.subject == "register/reviews"
	startswith(finding.pos, "1:")
}

_old := "  - {id: MR-1, date: 2025-06-10, decisions: Go on}\n  - {id: MR-0, date: 2024-06-10, decisions: Go on}"

test_overdue if {
	_message(_old, _stated("P12M")) == "the last management review was on 2025-06-10, planned every 12 months"
	_message(_old, _stated("P1M")) == "the last management review was on 2025-06-10, planned every month"
	_message(_old, _stated("P90D")) == "the last management review was on 2025-06-10, planned every 90 days"
}

test_in_time if {
	every entries in [
		"  - {id: MR-1, date: 2025-11-24, decisions: Go on}",
		"  - {id: MR-1, date: 2025-11, decisions: Go on}",
		"  - {id: MR-1, date: 2025, decisions: Go on}",
	] {
		given := _input(entries, _stated("P12M"))
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 1 with input as given
	}
}

test_default_interval if {
	found := rule.findings with input as _input(_old, "edition: \"2022\"\n")
	some finding in found
	finding.default_interval
	contains(finding.message, "more than twelve months ago, and isms.yaml states no interval")
}

test_own_next_date if {
	passed := "  - {id: MR-1, date: 2026-02-10, decisions: Go on, next_review: 2026-08-01}"
	_message(passed, _stated("P12M")) == "the last management review was on 2026-02-10, and the next one was planned for 2026-08-01"
	ahead := "  - {id: MR-1, date: 2025-06-10, decisions: Go on, next_review: 2026-12-01}"
	count(rule.findings) == 0 with input as _input(ahead, _stated("P12M"))
}

test_planned_and_cancelled_are_none if {
	entries := concat("\n", [_old, "  - {id: MR-2, date: 2026-12-01, decisions: Go on}", "  - {id: MR-3, date: 2026-06-01, decisions: Go on, status: cancelled}"])
	contains(_message(entries, _stated("P12M")), "2025-06-10")
}

test_no_review if {
	count(rule.findings) == 0 with input as _input("  - {id: MR-1, date: soon, decisions: Go on}", _stated("P12M"))
}
