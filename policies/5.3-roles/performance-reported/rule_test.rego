package ismslint.rules.roles.performance_reported_test

import data.ismslint.rules.roles.performance_reported as rule

_report(date) := {"security-report.md": sprintf("---\ndate: %s\n---\n# Security report\n\nTo the director: all five measures are within their thresholds. We look at this page each spring and change what has changed since.\n", [date])}

test_report if {
	model := isms.parse(_report("2026-05-05"))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_old if {
	found := rule.findings with input as isms.parse(_report("2024-05-05"))
	some finding in found
	finding.message == "no report to top management was recognised after 2024-05-05, the date of security-report.md"
	count(rule.evidence) == 0 with input as isms.parse(_report("2024-05-05"))
}

test_own_interval if {
	files := object.union(_report("2024-12-05"), {"isms.yaml": "intervals:\n  management_review: P24M\n"})
	count(rule.findings) == 0 with input as isms.parse(files)
}

test_review if {
	files := object.union(_report("2024-05-05"), {"registers/reviews.yaml": "register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-02, participants: CEO, conclusion: Fine}\n"})
	count(rule.findings) == 0 with input as isms.parse(files)
	evidence := rule.evidence with input as isms.parse(files)
	some e in evidence
	e.date == "2026-03-02"
}

test_no_date if {
	every date in ["TBD", "2027-05-05"] {
		count(rule.findings) == 0 with input as isms.parse(_report(date))
	}
	count(rule.findings) == 0 with input as isms.parse({"README.md": "# Ours\n"})
}
