package ismslint.rules.objectives.objective_overdue_test

import data.ismslint.rules.objectives.objective_overdue as rule

_input(more) := isms.parse({"registers/objectives.yaml": sprintf("register: objectives\nentries:\n  - {id: O-1, statement: Patch fast, %s}\n", [more])})

test_overdue if {
	found := rule.findings with input as _input("due: 2026-06-30, status: on track")
	{finding.message | some finding in found} == {"O-1 was due 2026-06-30; its status is \"on track\""}
	count(rule.findings) == 1 with input as _input("due: 30.06.2026, status: in Arbeit")
}

test_quiet if {
	every more in [
		"due: 2026-06-30", "due: 2026, status: open", "due: Q4 2026, status: open", "due: 2026-06-30, status: achieved",
		"due: 2026-06-30, status: dropped", "due: 2026-06-30, status: missed", "target: 2020, status: open", "due: ongoing, status: open",
	] {
		count(rule.findings) == 0 with input as _input(more)
	}
}

test_evidence if {
	found := rule.evidence with input as _input("updated_on: 2026-06-30, status: on track, result: 95 %")
	{activity | some item in found; some activity in item.activities} == {"6.2-g", "8.1-b"}
}

test_document if {
	text := "---\ndate: 2026-03-01\n---\n# Information security objectives\n\n- Patch high flaws within seven days, on all systems.\n- Restore everything in four hours.\n"
	found := rule.evidence with input as isms.parse({"information-security-objectives.md": text})
	{activity | some item in found; some activity in item.activities} == {"6.2-g"}
}
