package ismslint.rules.context.issues_reviewed_test

import data.ismslint.rules.context.issues_reviewed as rule

_issues(header, reviewed) := {"registers/issues.yaml": sprintf(
	"register: issues\n%sentries:\n  - {id: I-1, title: Flood, effect: Outage, reviewed_on: \"%s\"}\n",
	[header, reviewed],
)}

test_in_time if {
	model := isms.parse(_issues("review_interval: P12M\nlast_reviewed: 2026-03-01\n", ""))
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	some e in evidence
	e.date == "2026-03-01"
	count(rule.findings) == 0 with input as isms.parse(_issues("review_interval: P12M\nlast_reviewed: 2024-03-01\n", "2026-03-01"))
}

test_overdue if {
	found := rule.findings with input as isms.parse(_issues("review_interval: yearly\nlast_reviewed: 2024-03-01\n", "2025-03-01"))
	some finding in found
	finding.message == "the issues were last reviewed on 2025-03-01, planned every 12 months"
	startswith(finding.pos, "3:")
	count(rule.evidence) == 0 with input as isms.parse(_issues("review_interval: yearly\nlast_reviewed: 2024-03-01\n", ""))
}

test_interval_of_the_organisation if {
	files := object.union(_issues("last_reviewed: 2024-03-01\n", ""), {"isms.yaml": "intervals:\n  context_review: P24M\n"})
	found := rule.findings with input as isms.parse(files)
	some finding in found
	contains(finding.message, "planned every 24 months")
}

test_quiet if {
	every header in ["last_reviewed: 2020-03-01\n", "review_interval: P12M\n", "review_interval: P12M\nlast_reviewed: TBD\n", "review_interval: sometimes\nlast_reviewed: 2020-01-01\n"] {
		count(rule.findings) == 0 with input as isms.parse(_issues(header, ""))
	}
}

test_management_review_took_it_up if {
	minutes := "# Management review 2026\n\n**Date:** 2026-05-05\n\n**Participants:** CEO\n\n## External and internal changes\n\nA new law on reports of incidents.\n\n## Decisions\n\nWe go on.\n"
	files := object.union(_issues("review_interval: P12M\nlast_reviewed: 2025-03-01\n", ""), {"management-review-2026.md": minutes})
	count(rule.findings) == 0 with input as isms.parse(files)
}
