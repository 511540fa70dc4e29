package ismslint.rules.risk_treatment.plan_complete_test

import data.ismslint.rules.risk_treatment.plan_complete as rule

_plan(text) := {"registers/treatments.yaml": sprintf("register: treatments\ntitle: Plan\nentries:\n  - {id: RT-001, risks: [RSK-001], option: modify, %s}\n", [text])}

_messages(text) := {finding.message | some finding in findings} if {
	model := isms.parse(_plan(text))
	findings := rule.findings with input as model
}

test_complete if {
	model := isms.parse(_plan("action: Keys, owner: CTO, due: 2027-01-31, status: open"))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 3 with input as model
}

test_blank if {
	_messages("action: \"\", owner: CTO, due: 2027-01-31, status: open") == {"RT-001 is not finished and has no action"}
	_messages("action: Keys, owner: TBD, due: \"-\", status: open") == {"RT-001 is not finished and has no person responsible, no date"}
	_messages("action: Keys, owner: \"\", due: ongoing, status: offen") == {"RT-001 is not finished and has no person responsible"}
}

test_quiet if {
	every text in [
		"action: \"\", owner: \"\", due: \"\", status: done",
		"action: \"\", owner: \"\", due: \"\", status: cancelled",
		"action: \"\", owner: \"\", due: \"\", status: accepted",
		"action: \"\", owner: \"\", due: \"\", done_on: 2026-02-01",
		"action: \"\", controls: [5.15], owner: CTO, due: 2027-01-31, status: open",
	] {
		count(_messages(text)) == 0
	}
}

test_retained if {
	model := isms.parse({"registers/treatments.yaml": "register: treatments\nentries:\n  - {id: RT-001, risks: [RSK-001], option: retain, action: \"\", owner: \"\", due: \"\", status: open}\n"})
	count(rule.findings) == 0 with input as model
}

test_columns_absent if {
	_messages("action: Keys, status: open") == {"Plan has no column for person responsible, date"}
	model := isms.parse(_plan("controls: [5.15], owner: CTO, due: 2027-01-31, status: open"))
	count(rule.findings) == 0 with input as model
	noted := isms.parse(_plan("action: Keys, status: open"))
	findings := rule.findings with input as noted
	some finding in findings
	finding.at_most == "note"
}
