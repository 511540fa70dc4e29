package ismslint.rules.risk_assessment_performed.incident_led_to_risk_test

import data.ismslint.rules.risk_assessment_performed.incident_led_to_risk as rule

_input(more) := isms.parse({"registers/incidents.yaml": sprintf("register: incidents\nentries:\n  - {id: I-0, title: Other, occurred_on: 2026-01-01, severity: low, risks: [R-1]}\n  - {id: I-1, title: Export, %s}\n", [more])})

_messages(more) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(more)
}

test_no_risk if {
	_messages("occurred_on: 2026-08-18, severity: High, status: closed, closed_on: 2026-08-28") == {
		"I-1 was of severity \"High\" and names no risk that was looked at afterwards",
	}
	_messages("occurred_on: 2026-08-18, severity: hoch, status: geschlossen, risks: TBD") == {
		"I-1 was of severity \"hoch\" and names no risk that was looked at afterwards",
	}
}

test_quiet if {
	every more in [
		"occurred_on: 2026-08-18, severity: high, status: closed, risks: [R-1]", "occurred_on: 2026-08-18, severity: high, status: closed, risks: none concerned",
		"occurred_on: 2026-08-18, severity: high, status: open", "occurred_on: 2026-11-10, severity: high, status: closed",
		"occurred_on: 2026-08-18, severity: medium, status: closed", "severity: high, status: closed",
	] {
		_messages(more) == set()
	}
}

test_evidence if {
	count(rule.evidence) == 1 with input as _input("occurred_on: 2026-08-18, severity: high, status: open")
}
