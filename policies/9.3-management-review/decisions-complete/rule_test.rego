package ismslint.rules.management_review.decisions_complete_test

import data.ismslint.rules.management_review.decisions_complete as rule

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

_minutes(rows) := {"records/management-review.md": sprintf("---\ntitle: Management review 2026\ntype: minutes.management-review\ndate: 2026-06-10\n---\n\n# Management review 2026\n\n**Participants:** Chief Executive Officer\n\n## Audit results\n\nOne minor finding.\n\n## Decisions\n\n| ID | Decision | Owner | Due | Status |\n|---|---|---|---|---|\n%s", [concat("", rows)])}

_whole(n) := sprintf("| MR-%d | Budget | CEO | 2026-12-31 | open |\n", [n])

test_empty_cells if {
	_messages(_minutes([_whole(1), _whole(2), "| MR-3 | Train a deputy | | tbd | open |\n"])) == {"decision MR-3 of the review of 2026-06-10 has no person responsible and no date"}
	_messages(_minutes([_whole(1), "| MR-2 | | CEO | 2026-12-31 | open |\n"])) == {"decision MR-2 of the review of 2026-06-10 has no text"}
}

test_twice if {
	_messages(_minutes([_whole(1), _whole(1)])) == {"the review of 2026-06-10 has two decisions MR-1"}
}

test_quiet if {
	files := _minutes([_whole(1), _whole(2)])
	count(_messages(files)) == 0
	count(rule.evidence) == 1 with input as isms.parse(files)
}

test_habit if {
	count(_messages(_minutes(["| MR-1 | Budget | | | open |\n", "| MR-2 | Deputy | | | open |\n"]))) == 0
}
