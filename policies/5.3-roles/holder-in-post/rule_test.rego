package ismslint.rules.roles.holder_in_post_test

import data.ismslint.rules.roles.holder_in_post as rule

_roles(role, person) := isms.parse({"registers/roles.yaml": sprintf("register: roles\nroles:\n  - {id: ROLE-A, role: Director, responsibilities: Approves, holders: [P-01], %s}\npersons:\n  - {id: P-01, name: A.B., unit: Shop, %s}\n", [role, person])})

test_in_post if {
	every person in ["from: 2020-01-01", "until: 2027-01-01", "until: 2026-11-24", "until: TBD", "until: \"-\""] {
		count(rule.findings) == 0 with input as _roles("unit: Shop", person)
		count(rule.evidence) == 1 with input as _roles("unit: Shop", person)
	}
}

test_gone if {
	found := rule.findings with input as _roles("unit: Shop", "until: 2026-03-31")
	some finding in found
	finding.message == "P-01 is entered until 2026-03-31 and still holds ROLE-A"
	startswith(finding.pos, "3:")
	finding.related[0].path == "registers/roles.yaml"
}

test_assignment_ended if {
	every role in ["until: 2026-03-31", "status: closed"] {
		count(rule.findings) == 0 with input as _roles(role, "until: 2026-03-31")
	}
}
