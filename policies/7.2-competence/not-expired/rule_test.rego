package ismslint.rules.competence.not_expired_test

import data.ismslint.rules.competence.not_expired as rule

_input(rows) := isms.parse({"registers/competence.yaml": sprintf("register: competence\nentries:\n%s\n", [concat("\n", rows)])})

_old := "  - {id: C-1, person: P-1, competence: Auditing, achieved_on: 2023-01-31, expires_on: 2026-01-31}"

test_expired if {
	found := rule.findings with input as _input([_old])
	some finding in found
	finding.message == "C-1 expired on 2026-01-31"
	finding.field == "expires_on"
}

test_renewed if {
	rows := [_old, "  - {id: C-2, person: P-1, competence: Auditing, achieved_on: 2026-01-31, expires_on: 2029-01-31}"]
	count(rule.findings) == 0 with input as _input(rows)
	count(rule.evidence) == 1 with input as _input(rows)
}

test_without_expiry if {
	rows := [_old, "  - {id: C-2, person: P-1, competence: Auditing, achieved_on: 2026-01-31}"]
	count(rule.findings) == 0 with input as _input(rows)
}

test_closed if count(rule.findings) == 0 with input as _input([replace(_old, "}", ", status: closed}")])

test_year if count(rule.findings) == 0 with input as _input([replace(_old, "2026-01-31", "2026")])

test_word if count(rule.findings) == 0 with input as _input([replace(_old, "2026-01-31", "never")])

test_left if {
	model := isms.parse({
		"registers/competence.yaml": sprintf("register: competence\nentries:\n%s\n", [_old]),
		"registers/roles.yaml": "register: roles\nentries:\n  - {id: ROLE-A, role: Auditor, responsibilities: Audits, holders: [P-1], until: 2025-12-31}\n",
	})
	count(rule.findings) == 0 with input as model
}
