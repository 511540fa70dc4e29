package ismslint.rules.operation.unintended_change_reviewed_test

import data.ismslint.rules.operation.unintended_change_reviewed as rule

_input(more) := isms.parse({"registers/changes.yaml": sprintf("register: changes\nentries:\n  - {id: C-0, what: Old, planned: \"yes\", mitigation: None}\n  - {id: C-1, what: Sessions became longer, %s}\n", [more])})

test_nothing_recorded if {
	found := rule.findings with input as _input("planned: \"no\", mitigation: \"\"")
	some finding in found
	finding.message == "C-1 is marked as not planned; neither effects nor measures are recorded"
	finding.field == "mitigation"
}

test_recorded if {
	model := _input("planned: \"no\", mitigation: Set back to 8 hours")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_quiet if {
	count(rule.findings) == 0 with input as _input("planned: \"yes\", mitigation: \"\"")
	count(rule.findings) == 0 with input as _input("planned: perhaps, mitigation: \"\"")
	text := "register: changes\nentries:\n  - {id: C-1, what: Sessions became longer, planned: \"no\", status: done}\n"
	count(rule.findings) == 0 with input as isms.parse({"registers/changes.yaml": text})
}

test_incident if {
	text := "register: incidents\nentries:\n  - {id: I-1, title: Laptop lost, occurred_on: 2026-02-01, lessons: Keys are withdrawn first}\n"
	found := rule.evidence with input as isms.parse({"registers/incidents.yaml": text})
	{item.certainty | some item in found} == {"indicates"}
}
