package ismslint.rules.risks_and_opportunities.action_overdue_test

import data.ismslint.rules.risks_and_opportunities.action_overdue as rule

_input(more) := isms.parse({"registers/planning.yaml": sprintf("register: planning\nentries:\n  - {id: RO-1, statement: Words, action: Train a deputy, %s}\n", [more])})

test_overdue if {
	found := rule.findings with input as _input("due: 2026-10-31, status: in progress")
	some finding in found
	finding.message == "RO-1 was due 2026-10-31; its status is \"in progress\""
	finding.subject == "planning/RO-1"
	startswith(finding.pos, "3:")
}

test_no_status if {
	found := rule.findings with input as _input("due: Q3 2026, status: \"\"")
	{finding.message | some finding in found} == {"RO-1 was due Q3 2026; no status is recorded"}
}

test_quiet if {
	every more in [
		"due: 2026-11-24, status: open", "due: 2026, status: open", "due: Q4 2026, status: open", "due: soon, status: open",
		"due: 2026-10-31, status: done", "due: 2026-10-31, status: dropped", "due: 2026-10-31, status: open, done_on: 2026-10-30",
		"due: 2026-10-31, status: offen, result: Deputy leads reviews", "due: 2026-10-31",
	] {
		count(rule.findings) == 0 with input as _input(more)
	}
}

test_evidence if {
	found := rule.evidence with input as _input("due: 2026-10-31, done_on: 2026-10-30, status: erledigt")
	{activity | some item in found; some activity in item.activities} == {"6.1.1-c", "8.1-b"}
	waiting := rule.evidence with input as _input("due: 2027-10-31, status: open")
	{activity | some item in waiting; some activity in item.activities} == {"6.1.1-c"}
}
