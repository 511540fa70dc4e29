package ismslint.rules.communication.plan_recognised_test

import data.ismslint.rules.communication.plan_recognised as rule

_text := "# Communication plan\n\nThe security lead tells all staff about changes of the policy in the monthly meeting, and customers about incidents by e-mail.\n"

test_words if {
	model := isms.parse({"communication-plan.md": _text})
	count(rule.findings) == 0 with input as model
	some item in rule.evidence with input as model
	item.certainty == "indicates"
}

test_register if {
	model := isms.parse({"registers/communication.yaml": "register: communication\nentries:\n  - {id: COM-1, what: Policy, when: yearly, with: All staff, how: Meeting}\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_nothing if {
	found := rule.findings with input as isms.parse({"README.md": "# ISMS\n"})
	some finding in found
	finding.absent == "communication"
	finding.certainty == "indicates"
}

test_template if {
	found := rule.findings with input as isms.parse({"templates/communication-plan.md": _text})
	some finding in found
	contains(finding.message, "templates/communication-plan.md is not counted")
}
