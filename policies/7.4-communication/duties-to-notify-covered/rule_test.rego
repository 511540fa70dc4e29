package ismslint.rules.communication.duties_to_notify_covered_test

import data.ismslint.rules.communication.duties_to_notify_covered as rule

_legal := "register: legal\nentries:\n  - {id: LEG-1, title: Law, obligation: Report breaches, party: IP-2, notification: The supervisory authority within 72 hours}\n"

_plan(text) := sprintf("# Incident response plan\n\nWho sees something calls the engineer on call, who decides within 30 minutes what it is.\n\n%s\n", [text])

test_not_spoken_of if {
	found := rule.findings with input as isms.parse({"registers/legal.yaml": _legal, "incident-response-plan.md": _plan("The staff is told on the same day.")})
	some finding in found
	finding.message == "LEG-1 records a duty to notify an authority; neither the communication plan nor the incident plan was recognised to speak of them"
	finding.field == "notification"
}

test_in_incident_plan if {
	model := isms.parse({"registers/legal.yaml": _legal, "incident-response-plan.md": _plan("The authority is told within 72 hours.")})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_in_communication if {
	row := "  - {id: COM-1, what: Breaches, when: at once, with: The regulator, how: Form}"
	model := isms.parse({"registers/legal.yaml": _legal, "registers/communication.yaml": sprintf("register: communication\nentries:\n%s\n", [row])})
	count(rule.findings) == 0 with input as model
}

test_party if {
	row := "  - {id: COM-1, what: Breaches, when: at once, with: DPC (IP-2), how: Form}"
	model := isms.parse({"registers/legal.yaml": _legal, "registers/communication.yaml": sprintf("register: communication\nentries:\n%s\n", [row])})
	count(rule.findings) == 0 with input as model
}

test_no_plan if count(rule.findings) == 0 with input as isms.parse({"registers/legal.yaml": _legal})

test_others if {
	model := isms.parse({"registers/legal.yaml": replace(_legal, "The supervisory authority within", "The bank within"), "incident-response-plan.md": _plan("The staff is told.")})
	count(rule.findings) == 0 with input as model
}

test_without_id if {
	model := isms.parse({"registers/legal.yaml": replace(_legal, "id: LEG-1, ", ""), "incident-response-plan.md": _plan("The staff is told on the same day.")})
	found := rule.findings with input as model
	some finding in found
	contains(finding.message, "records a duty to notify an authority")
}
