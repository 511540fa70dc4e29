package ismslint.rules.nonconformity.action_overdue_test

import data.ismslint.rules.nonconformity.action_overdue as rule

_input(rows) := isms.parse({"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n%s\n", [rows])})

test_overdue if {
	found := rule.findings with input as _input("  - {id: NC-1, description: Late, corrective_action: Calendar, due: 2026-11-23, status: in progress}")
	some finding in found
	finding.message == "NC-1: its action was due 2026-11-23; its status is \"in progress\""
	bare := rule.findings with input as _input("  - {id: NC-1, description: Late, due: 2026-10, done_on: \"\"}")
	some other in bare
	other.message == "NC-1: its action was due 2026-10; no status is recorded"
}

test_correction_overdue if {
	rows := "  - {id: NC-1, description: Late, correction_due: 2026-04-01, due: 2027-01-31, status: open}"
	found := rule.findings with input as _input(rows)
	some finding in found
	finding.message == "NC-1: its correction was due 2026-04-01; its status is \"open\""
}

test_quiet if {
	every rows in [
		"  - {id: NC-1, description: Late, due: 2026-11-24, status: open}",
		"  - {id: NC-1, description: Late, due: 2026-11, status: open}",
		"  - {id: NC-1, description: Late, due: 2026-03-01, status: closed}",
		"  - {id: NC-1, description: Late, due: 2026-03-01, status: verified}",
		"  - {id: NC-1, description: Late, due: 2026-03-01, done_on: 2026-04-01, status: in progress}",
		"  - {id: NC-1, description: Late, due: 2026-03-01, effectiveness_planned_on: 2027-01-15, status: in progress}",
		"  - {id: NC-1, description: Late, due: soon, status: open}",
		"  - {id: NC-1, description: Late, due: 2026-03-01}",
	] {
		count(rule.findings) == 0 with input as _input(rows)
	}
}

test_evidence if {
	found := rule.evidence with input as _input("  - {id: NC-1, description: Late, corrective_action: Calendar, done_on: 2026-04-01, status: closed}")
	count(found) == 2
}
