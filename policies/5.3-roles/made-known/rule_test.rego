package ismslint.rules.roles.made_known_test

import data.ismslint.rules.roles.made_known as rule

_roles(fields) := isms.parse({"registers/roles.yaml": sprintf("register: roles\nentries:\n  - {id: ROLE-A, role: Director, responsibilities: Approves, holders: [Jane Roe], assigned_on: 2025-01-07, communicated_on: 2025-01-08}\n  - {id: ROLE-B, role: Trainer, responsibilities: Trains, %s}\n", [fields])})

test_known if {
	every fields in ["holders: [John Doe], communicated_on: 2025-02-02", "holders: []", "holders: [John Doe], status: closed"] {
		count(rule.findings) == 0 with input as _roles(fields)
		count(rule.evidence) == 1 with input as _roles(fields)
	}
}

test_not_known if {
	every fields in ["holders: [John Doe]", "holders: [John Doe], communicated_on: TBD", "holders: [John Doe], communicated_on: \"-\""] {
		found := rule.findings with input as _roles(fields)
		some finding in found
		finding.message == "ROLE-B does not show that the assignment was made known"
		startswith(finding.pos, "4:")
	}
}

test_too_early if {
	found := rule.findings with input as _roles("holders: [John Doe], assigned_on: 2025-03-03, communicated_on: 2025-02-02")
	some finding in found
	finding.message == "ROLE-B was made known on 2025-02-02, before it was assigned"
}
