package ismslint.rules.leadership.authority_stated_test

import data.ismslint.rules.leadership.authority_stated as rule

_roles(fields) := isms.parse({"registers/roles.yaml": sprintf("register: roles\nentries:\n  - {id: ROLE-A, role: Director, responsibilities: Approves, authorities: Decides}\n  - {id: ROLE-B, role: Trainer, %s}\n", [fields])})

test_stated if {
	every fields in ["responsibilities: Trains, authorities: May call off", "holders: [P-1]", "responsibilities: Trains, status: closed"] {
		count(rule.findings) == 0 with input as _roles(fields)
		count(rule.evidence) == 1 with input as _roles(fields)
	}
}

test_not_stated if {
	every fields in ["responsibilities: Trains", `responsibilities: Trains, authorities: ""`, "responsibilities: Trains, authorities: TBD", "responsibilities: Trains, authorities: \"-\""] {
		found := rule.findings with input as _roles(fields)
		some finding in found
		finding.message == "ROLE-B has duties and no authority"
		startswith(finding.pos, "4:")
	}
}
