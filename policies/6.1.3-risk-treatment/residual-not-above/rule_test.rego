package ismslint.rules.risk_treatment.residual_not_above_test

import data.ismslint.rules.risk_treatment.residual_not_above as rule

_risks(text) := {"registers/risks.yaml": sprintf("register: risks\nentries:\n  - {id: RSK-001, title: Fire, owner: CTO, status: assessed, %s}\n", [text])}

_messages(files) := {finding.message | some finding in findings} if {
	model := isms.parse(files)
	findings := rule.findings with input as model
}

test_lower if {
	model := isms.parse(_risks("level: high, residual: {level: low}"))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_above if {
	_messages(_risks("level: low, residual: {level: high}")) == {"RSK-001: what remains is high, above low before treatment"}
	_messages(_risks("level: low, inherent: {level: medium}, residual: {level: high}")) == {"RSK-001: what remains is high, above medium before treatment"}
}

test_quiet if {
	every text in ["level: medium, residual: {level: medium}", "level: purple, residual: {level: high}", "level: low, residual: {level: \"-\"}", "level: low, residual: {level: high}, decision: take-or-increase", "level: low, inherent: {level: high}, residual: {level: medium}"] {
		count(_messages(_risks(text))) == 0
	}
}

test_taken_in_the_plan if {
	plan := {"registers/treatments.yaml": "register: treatments\nentries:\n  - {id: RT-001, risks: [RSK-001], option: take-or-increase, action: Grow, status: open}\n"}
	count(_messages(object.union(_risks("level: low, residual: {level: high}"), plan))) == 0
}
