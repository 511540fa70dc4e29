package ismslint.rules.risk_treatment.measure_named_test

import data.ismslint.rules.risk_treatment.measure_named as rule

_plan(text) := {"registers/treatments.yaml": sprintf("register: treatments\nentries:\n  - {id: RT-001, risks: [RSK-001], owner: CTO, %s}\n", [text])}

_risks(text) := {"registers/risks.yaml": sprintf("register: risks\nentries:\n  - {id: RSK-001, title: Fire, owner: CTO, level: high, %s}\n", [text])}

_messages(files) := {finding.message | some finding in findings} if {
	model := isms.parse(files)
	findings := rule.findings with input as model
}

test_named if {
	model := isms.parse(_plan("option: modify, action: Keys, status: open"))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_nothing_named if {
	every option, rest in {"modify": "action: TBD, status: open", "Mitigate": "controls: \"-\", action: \"\", status: in progress", "mindern": "action: \"\", status: offen"} {
		_messages(_plan(sprintf("option: %s, %s", [option, rest]))) == {sprintf("RT-001: the decision is %q, and no control, measure or action is named", [option])}
	}
}

test_quiet if {
	every text in [
		"option: modify, action: \"\", status: proposed",
		"option: retain, action: \"\", status: open",
		"option: Mitigate by signing in with keys, action: \"\", status: open",
		"option: modify, action: \"\", status: open, owners_note: Keys",
		"option: \"?\", action: \"\", status: open",
	] {
		count(_messages(_plan(text))) == 0
	}
}

test_risk_register if {
	_messages(_risks("decision: modify, treatment: \"\", status: assessed")) == {`RSK-001: the decision is "modify", and no control, measure or action is named`}
	count(_messages(_risks("decision: modify, treatment: Keys, status: assessed"))) == 0
	count(_messages(_risks("decision: modify, treatment: \"\", status: closed"))) == 0
	count(_messages(_risks("decision: modify, status: assessed"))) == 0
	model := isms.parse(_risks("decision: modify, treatment: Keys, status: assessed"))
	count(rule.evidence) == 1 with input as model
}

test_planned_elsewhere if {
	files := object.union(_risks("decision: modify, treatment: \"\", status: assessed"), _plan("option: modify, action: Keys, status: open"))
	count(_messages(files)) == 0
}
