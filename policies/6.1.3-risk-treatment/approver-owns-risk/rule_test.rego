package ismslint.rules.risk_treatment.approver_owns_risk_test

import data.ismslint.rules.risk_treatment.approver_owns_risk as rule

_roles := "register: roles\nentries:\n  - {id: ROLE-CEO, title: Chief Executive Officer, holders: [P-01]}\n  - {id: ROLE-CTO, title: Head of Engineering, holders: [P-02]}\n  - {id: ROLE-OPS, title: Head of Operations, holders: [P-03]}\n"

_messages(by, head) := {finding.message | some finding in findings} if {
	model := isms.parse(_files(by, head))
	findings := rule.findings with input as model
}

_files(by, head) := {
	"registers/roles.yaml": _roles,
	"registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-001, title: Fire, owner: ROLE-CTO, level: high, status: assessed}\n",
	"registers/treatments.yaml": sprintf("register: treatments\n%sentries:\n  - {id: RT-001, risks: [RSK-001, RSK-009], option: modify, action: Keys, owner: ROLE-OPS, approved_by: %s, status: open}\n", [head, by]),
}

test_owner if {
	model := isms.parse(_files("ROLE-CTO", ""))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_somebody_else if {
	_messages("ROLE-OPS", "") == {"RT-001 was approved by ROLE-OPS, while RSK-001 is owned by ROLE-CTO"}
	model := isms.parse(_files("ROLE-OPS", ""))
	findings := rule.findings with input as model
	some finding in findings
	some place in finding.related
	place.path == "registers/risks.yaml"
}

test_quiet if {
	every by in ["P-02", "Head of Engineering", "ROLE-CEO", "CEO", "Somebody", "TBD"] {
		count(_messages(by, "")) == 0
	}
	count(_messages("ROLE-OPS", "approved_by: CEO\n")) == 0
	count(_messages("ROLE-OPS, status: cancelled", "")) == 0
}
