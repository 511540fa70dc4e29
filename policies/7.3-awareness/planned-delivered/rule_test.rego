package ismslint.rules.awareness.planned_delivered_test

import data.ismslint.rules.awareness.planned_delivered as rule

_input(rows) := isms.parse({"registers/awareness.yaml": sprintf("register: awareness\nentries:\n%s\n", [concat("\n", rows)])})

_row(planned, extra) := sprintf("  - {id: A-1, topic: Session, audience: All, planned_on: %s, delivered_on: ''%s}", [planned, extra])

test_past if {
	found := rule.findings with input as _input([_row("2026-10", "")])
	some finding in found
	finding.message == "A-1 was planned for 2026-10, and no delivery is recorded"
	finding.field == "planned_on"
}

test_not_past if count(rule.findings) == 0 with input as _input([_row("2026-11", "")])

test_said if {
	rows := [_row("2026-10", extra) | some extra in [", status: done", ", status: cancelled", ", status: moved", ", completed: 12 of 14", ", result: 80 %"]]
	count(rule.findings) == 1 with input as _input(rows)
}

test_delivered if {
	rows := ["  - {id: A-1, topic: Session, audience: All, planned_on: 2026-03, delivered_on: 2026-03-14}"]
	count(rule.findings) == 0 with input as _input(rows)
	count(rule.evidence) == 1 with input as _input(rows)
}

test_words if count(rule.findings) == 0 with input as _input([_row("every spring", "")])
