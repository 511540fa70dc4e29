package ismslint.rules.competence.holders_competent_test

import data.ismslint.rules.competence.holders_competent as rule

_roles := `register: roles
entries:
  - {id: ROLE-ISM, role: Security lead, responsibilities: Runs it, holders: [P-1]}
  - {id: ROLE-AUD, role: Auditor, responsibilities: Audits it, holders: [P-2]}
`

_input(rows) := isms.parse({"registers/roles.yaml": _roles, "registers/competence.yaml": sprintf("register: competence\nentries:\n%s\n", [concat("\n", rows)])})

_ism := "  - {id: C-1, person: P-1, role: ROLE-ISM, competence: Risks, evidence: Course}"

_aud := "  - {id: C-2, role: ROLE-AUD, competence: Auditing, evidence: ''}"

test_holder_without if {
	found := rule.findings with input as _input([_ism, _aud])
	count(found) == 1
	some finding in found
	lower(finding.message) == "role-aud is held by p-2, with neither a record of competence nor an action in registers/competence.yaml"
	finding.path == "registers/roles.yaml"
	count(finding.related) == 1
}

test_one_of_two if {
	model := isms.parse({"registers/roles.yaml": replace(_roles, "[P-1]", "[Ann, Bob]"), "registers/competence.yaml": sprintf("register: competence\nentries:\n%s\n", [replace(_ism, "P-1", "Ann")])})
	found := rule.findings with input as model
	some finding in found
	startswith(lower(finding.message), "role-ism is held by bob, with neither")
}

test_all_there if {
	rows := [_ism, _aud, "  - {id: C-3, person: P-2, competence: Auditing, action: Course, status: open}"]
	count(rule.findings) == 0 with input as _input(rows)
	count(rule.evidence) == 1 with input as _input(rows)
}

test_role_unknown_there if count(rule.findings) == 0 with input as _input([_ism])

test_other_names if {
	rows := ["  - {id: C-1, person: Ann Example, role: ROLE-ISM, competence: Risks, evidence: Course}", _aud]
	count(rule.findings) == 0 with input as _input(rows)
}

test_former_holder if {
	former := replace(_roles, "holders: [P-2]}", "holders: [P-2], until: 2026-01-31}")
	model := isms.parse({"registers/roles.yaml": former, "registers/competence.yaml": sprintf("register: competence\nentries:\n%s\n%s\n", [_ism, _aud])})
	count(rule.findings) == 0 with input as model
}
