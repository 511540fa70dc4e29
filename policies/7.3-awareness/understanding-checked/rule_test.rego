package ismslint.rules.awareness.understanding_checked_test

import data.ismslint.rules.awareness.understanding_checked as rule

_input(rows) := isms.parse({"registers/awareness.yaml": sprintf("register: awareness\nentries:\n%s\n", [concat("\n", rows)])})

_row(check) := sprintf("  - {id: A-1, topic: Session, audience: All, delivered_on: 2026-03-14, verification_method: %s}", [check])

test_not_checked if {
	found := rule.findings with input as _input([_row("''")])
	some finding in found
	finding.message == "A-1: no check of understanding is recorded"
}

test_checked if {
	count(rule.findings) == 0 with input as _input([_row("Quiz")])
	count(rule.evidence) == 1 with input as _input([_row("Quiz")])
}

test_not_held if count(rule.findings) == 0 with input as _input([replace(_row("''"), "delivered_on: 2026-03-14", "planned_on: 2027-03-14")])
