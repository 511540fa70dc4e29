package ismslint.rules.risk_treatment.residual_accepted_test

import data.ismslint.rules.risk_treatment.residual_accepted as rule

_risks(text) := {"registers/risks.yaml": sprintf("register: risks\ntitle: Risk register\n%s\n", [text])}

_one(text) := _risks(sprintf("entries:\n  - {id: RSK-001, title: Fire, owner: ROLE-CTO, level: high, status: assessed, %s}", [text]))

_plan(text) := {"registers/treatments.yaml": sprintf("register: treatments\ntitle: Plan\n%s\n", [text])}

_roles := {"registers/roles.yaml": "register: roles\nentries:\n  - {id: ROLE-CEO, title: Chief Executive Officer, holders: [P-01]}\n  - {id: ROLE-CTO, title: Head of Engineering, holders: [P-02]}\n  - {id: ROLE-OPS, title: Head of Operations, holders: [P-03]}\n"}

_messages(files) := {finding.message | some finding in findings} if {
	model := isms.parse(files)
	findings := rule.findings with input as model
}

test_accepted if {
	model := isms.parse(_one("residual: {level: low, accepted_by: ROLE-CTO, accepted_on: 2026-02-01}"))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

_nothing := {"RSK-001: nothing shows that the risk that remains was accepted"}

test_not_accepted if {
	_messages(_one("residual: {level: low, accepted_by: TBD}")) == _nothing
	_messages(_one("residual: {level: low, accepted_by: \"\", accepted_on: \"-\"}")) == _nothing
}

test_no_column if {
	_messages(_one("residual: {level: low}")) == {"Risk register does not show who accepted what remains of its risks"}
}

test_settled if {
	count(_messages(_one("residual: {level: \"\", accepted_by: \"\"}"))) == 0
	closed := "entries:\n  - {id: RSK-001, title: Fire, owner: CTO, level: high, status: closed, residual: {level: low, accepted_by: \"\"}}"
	count(_messages(_risks(closed))) == 0
}

test_status_says_treated if {
	_messages(_risks("entries:\n  - {id: RSK-001, title: Fire, owner: CTO, level: high, status: treated, accepted_by: \"\"}")) == _nothing
}

test_approved_as_a_whole if {
	head := "approved_by: CEO\napproved_on: 2026-03-01\n%s"
	after := sprintf(head, ["entries:\n  - {id: RSK-001, title: Fire, owner: CTO, level: high, status: assessed, assessed_on: 2026-02-01, residual: {level: low}}"])
	count(_messages(_risks(after))) == 0
	before := sprintf(head, ["entries:\n  - {id: RSK-001, title: Fire, owner: CTO, level: high, status: assessed, assessed_on: 2026-04-01, residual: {level: low}}"])
	count(_messages(_risks(before))) == 1
	small := object.union(_risks(before), {"isms.yaml": "organization:\n  name: Three Ltd\n  persons: 3\n"})
	count(_messages(small)) == 0
	model := isms.parse(_risks(after))
	count(rule.evidence) == 1 with input as model
}

test_approved_by_the_owner if {
	count(_messages(_risks("approved_by: Ann\nentries:\n  - {id: RSK-001, title: Fire, owner: Ann, level: high, status: assessed, residual: {level: low}}"))) == 0
	count(_messages(_risks("approved_by: Bob\nentries:\n  - {id: RSK-001, title: Fire, owner: Ann, level: high, status: assessed, residual: {level: low}}"))) == 1
}

test_approved_in_the_plan if {
	every text in [
		"entries:\n  - {id: RT-001, risks: [RSK-001], option: modify, action: Keys, status: done, approved_by: ROLE-CTO}",
		"entries:\n  - {id: RT-001, risks: [RSK-001], option: modify, action: Keys, status: open, approved_by: \"\", approved_on: 2026-02-01}",
		"approved_by: CEO\nentries:\n  - {id: RT-001, risks: [RSK-001], option: modify, action: Keys, status: done}",
	] {
		count(_messages(object.union(_one("residual: {level: low, accepted_by: \"\"}"), _plan(text)))) == 0
	}
}

test_accepted_in_minutes if {
	minutes := {"management-review-2026-03-10.md": "# Management review 2026-03-10\n\nHeld on 2026-03-10 with all of us.\n\n## Decisions\n\nThe residual risk RSK-001 is accepted for a year.\n"}
	count(_messages(object.union(_one("residual: {level: low}"), minutes))) == 0
}

_finished := "entries:\n  - {id: RT-001, risks: [RSK-001], option: modify, action: Keys, status: Done, approved_by: \"\"}"

test_finished_treatment if {
	_messages(_plan(_finished)) == {"RT-001 is \"Done\", and nobody is named who approved what remains of the risk"}
	count(_messages(object.union(_one("residual: {level: low, accepted_by: ROLE-CTO}"), _plan(_finished)))) == 0
	count(_messages(_plan(replace(_finished, "Done", "open")))) == 0
}

test_finished_treatment_without_id if {
	row := "entries:\n  - {risks: [RSK-001], option: modify, action: Keys, status: Done, approved_by: \"\"}"
	_messages(_plan(row)) == {"the treatment of RSK-001 is \"Done\", and nobody is named who approved what remains of the risk"}
	_messages(_plan(replace(row, "risks: [RSK-001], ", ""))) == {"Keys is \"Done\", and nobody is named who approved what remains of the risk"}
}

test_plan_without_column if {
	text := "entries:\n  - {id: RT-001, risks: [RSK-001], option: modify, action: Keys, status: done}"
	_messages(_plan(text)) == {"Plan does not show who approved it and accepted what remains of the risks"}
	_messages(object.union(_one("residual: {level: low}"), _plan(text))) == {"Risk register does not show who accepted what remains of its risks"}
}

test_assessed_since if {
	text := "assessed_on: 2026-03-01, residual: {level: low, accepted_by: ROLE-CTO, accepted_on: 2026-02-01}"
	_messages(_one(text)) == {"RSK-001: what remains was accepted on 2026-02-01, before the assessment of 2026-03-01"}
	approved := sprintf("approved_by: CEO\napproved_on: 2026-03-02\nentries:\n  - {id: RSK-001, title: Fire, owner: ROLE-CTO, level: high, status: assessed, %s}", [text])
	count(_messages(_risks(approved))) == 0
}

test_somebody_else if {
	text := "residual: {level: low, accepted_by: %s, accepted_on: 2026-02-01}"
	_messages(object.union(_one(sprintf(text, ["ROLE-OPS"])), _roles)) == {"RSK-001: what remains was accepted by ROLE-OPS, while its owner is ROLE-CTO"}
	every by in ["ROLE-CTO", "P-02", "ROLE-CEO", "CEO", "Somebody", "Head of Engineering"] {
		count(_messages(object.union(_one(sprintf(text, [by])), _roles))) == 0
	}
}
