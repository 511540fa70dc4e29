package ismslint.rules.communication.lines_filled_test

import data.ismslint.rules.communication.lines_filled as rule

_input(rows) := isms.parse({"communication-plan.md": sprintf("# Communication plan\n\n| ID | What | When | With | How |\n|---|---|---|---|---|\n%s\n", [concat("\n", rows)])})

_whole := "| C-1 | Policy | yearly | All staff | Meeting |"

test_whole if {
	count(rule.findings) == 0 with input as _input([_whole])
	found := rule.evidence with input as _input([_whole])
	{activity | some item in found; some activity in item.activities} == {"7.4-a", "7.4-b", "7.4-c", "7.4-e"}
}

test_empty if {
	found := rule.findings with input as _input([_whole, "| C-2 | Incidents | TBD | - | |"])
	count(found) == 1
	some finding in found
	finding.message == "C-2: when is empty, with whom is empty, how is empty"
	finding.activities == ["7.4-b", "7.4-c", "7.4-e"]
}

test_no_column if {
	text := "# Communication plan\n\n| ID | What | When | With |\n|---|---|---|---|\n| C-1 | Policy | yearly | All staff |\n"
	found := rule.findings with input as isms.parse({"communication-plan.md": text})
	some finding in found
	finding.message == "Communication plan has no column for how"
	finding.at_most == "note"
}

test_2013 if {
	text := "# Communication plan\n\n| ID | What | When | With | How |\n|---|---|---|---|---|\n| C-1 | Policy | yearly | All staff | Meeting |\n"
	found := rule.findings with input as isms.parse({"communication-plan.md": text, "edition": "2013"})
	some finding in found
	endswith(finding.message, "has no column for who communicates")
	finding.activities == ["7.4-d"]
}

test_contacts if {
	text := "# Contact list\n\n| ID | What | With | Who | How |\n|---|---|---|---|---|\n| C-1 | Police | Duty desk | CISO | |\n"
	count(rule.findings) == 0 with input as isms.parse({"contact-list.md": text})
}

test_untitled if {
	found := rule.findings with input as isms.parse({"registers/communication.yaml": "register: communication\nentries:\n  - {id: COM-1, what: Policy, when: yearly, with: All staff}\n"})
	some finding in found
	endswith(finding.message, "has no column for how")
}
