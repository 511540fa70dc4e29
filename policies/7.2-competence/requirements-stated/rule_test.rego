package ismslint.rules.competence.requirements_stated_test

import data.ismslint.rules.competence.requirements_stated as rule

_roles(rows) := sprintf("register: roles\nentries:\n%s\n", [concat("\n", rows)])

_role(id, title, extra) := sprintf("  - {id: %s, role: %s, responsibilities: Answers for it, holders: [P-%s]%s}", [id, title, id, extra])

_competence := "register: competence\nentries:\n  - {id: C-1, role: ROLE-A, competence: Audits, required_level: lead}\n  - {id: C-2, role: Security lead, competence: Risks, required_level: lead}\n"

test_role_without if {
	model := isms.parse({
		"registers/roles.yaml": _roles([_role("ROLE-A", "Auditor", ""), _role("ROLE-B", "Security lead", ""), _role("ROLE-C", "Chief of staff", "")]),
		"registers/competence.yaml": _competence,
	})
	found := rule.findings with input as model
	some finding in found
	finding.message == "no competence is stated for ROLE-C"
	count(rule.evidence) == 2 with input as model
}

test_stated_in_roles if {
	model := isms.parse({
		"registers/roles.yaml": _roles([_role("ROLE-A", "Auditor", ""), _role("ROLE-B", "Security lead", ""), _role("ROLE-C", "Chief of staff", ", competences: Law")]),
		"registers/competence.yaml": _competence,
	})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 3 with input as model
}

test_other_names if {
	model := isms.parse({
		"registers/roles.yaml": _roles([_role("ROLE-D", "Developer", ""), _role("ROLE-E", "Tester", ""), _role("ROLE-A", "Auditor", "")]),
		"registers/competence.yaml": _competence,
	})
	count(rule.findings) == 0 with input as model
}

test_words if {
	text := "# Roles and responsibilities\n\nThe security lead runs the ISMS. The role requires competence in risk assessment and in auditing, shown by a course.\n"
	found := rule.evidence with input as isms.parse({"roles-and-responsibilities.md": text})
	some item in found
	item.certainty == "indicates"
}

test_nothing if {
	count(rule.findings) == 0 with input as isms.parse({"README.md": "# ISMS\n"})
	count(rule.evidence) == 0 with input as isms.parse({"README.md": "# ISMS\n"})
}
