package ismslint.rules.roles.isms_duties_carried_test

import data.ismslint.rules.roles.isms_duties_carried as rule

_roles(fields) := isms.parse({"registers/roles.yaml": sprintf("register: roles\nentries:\n  - {id: ROLE-A, role: Director, responsibilities: Approves}\n  - {id: ROLE-B, %s}\n", [fields])})

_activities(items) := {activity | some item in items; some activity in item.activities}

test_duty if {
	model := _roles("role: Shop manager, responsibilities: The shop, duty: [isms-conformity, performance-reporting]")
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	_activities(evidence) == {"5.3-b", "5.3-c"}
}

test_words if {
	model := _roles("role: Shop manager, responsibilities: Runs the ISMS and reports on its performance to the director")
	count(rule.findings) == 0 with input as model
	german := _roles("role: ISB, responsibilities: Berichtet der Geschäftsführung jedes Quartal")
	count(rule.findings) == 0 with input as german
}

test_title if {
	found := rule.findings with input as _roles("role: Information security manager, responsibilities: All that is needed")
	some finding in found
	finding.activities == ["5.3-c"]
	finding.at_most == "note"
}

test_duty_column_and_nobody if {
	found := rule.findings with input as _roles("role: Shop manager, responsibilities: The shop, duty: [isms-conformity]")
	some finding in found
	finding.at_most == "warning"
	finding.message == "nobody was recognised to have the duty to report to top management on how the ISMS performs"
}

test_neither if {
	found := rule.findings with input as _roles("role: Shop manager, responsibilities: The shop")
	some finding in found
	finding.activities == ["5.3-b", "5.3-c"]
	contains(finding.message, "that the ISMS meets the standard, nor to report to top management")
}

test_document if {
	model := isms.parse({"roles-and-responsibilities.md": "# Roles and responsibilities\n\nThe ISMS manager runs the ISMS.\n\nThe shop manager reports to the board on security metrics.\n\nWe look at this page each spring and change what has changed since.\n"})
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	every e in evidence {
		e.path == "roles-and-responsibilities.md"
		e.pos != "1:3:1:29"
	}
	_activities(evidence) == {"5.3-b", "5.3-c"}
}

test_document_without_a_report if {
	found := rule.findings with input as isms.parse({"roles-and-responsibilities.md": "# Roles and responsibilities\n\nThe ISMS manager runs the ISMS. We look at this page each spring and change what has changed since.\n"})
	some finding in found
	finding.activities == ["5.3-c"]
	finding.path == "roles-and-responsibilities.md"
}

test_communication_plan if {
	model := isms.parse({
		"registers/roles.yaml": "register: roles\nentries:\n  - {id: ROLE-A, role: ISMS manager, responsibilities: Runs the ISMS}\n",
		"registers/communication.yaml": "register: communication\nentries:\n  - {id: COM-1, what: Performance of the ISMS, when: quarterly, with: Management team, who: ISMS manager, how: Report}\n",
	})
	count(rule.findings) == 0 with input as model
}

test_no_roles_is_said_elsewhere if {
	model := isms.parse({"README.md": "# Ours\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 0 with input as model
}
