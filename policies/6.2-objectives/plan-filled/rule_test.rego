package ismslint.rules.objectives.plan_filled_test

import data.ismslint.rules.objectives.plan_filled as rule

_input(rows) := isms.parse({"registers/objectives.yaml": sprintf("register: objectives\nentries:\n%s\n", [rows])})

_whole := "  - {id: O-1, statement: Patch in seven days, actions: Scan, resources: One day, owner: CTO, due: 2027-01-31, evaluation: Yearly share}"

test_whole if {
	count(rule.findings) == 0 with input as _input(_whole)
	found := rule.evidence with input as _input(_whole)
	{activity | some item in found; some activity in item.activities} == {"6.2-i", "6.2-j", "6.2-k", "6.2-l", "6.2-m"}
}

test_empty_cells if {
	found := rule.findings with input as _input(concat("\n", [_whole, "  - {id: O-2, statement: Keys for all, actions: Hand out, resources: \"\", owner: TBD, due: ongoing, evaluation: \"-\"}"]))
	some finding in found
	finding.message == "O-2: resources are empty, the person responsible is empty, how it is evaluated is empty"
	finding.activities == ["6.2-j", "6.2-k", "6.2-m"]
	finding.subject == "objectives/O-2"
}

test_reached_and_given_up if {
	rows := [row | some status in ["achieved", "dropped", "missed", "erreicht"]; row := sprintf("  - {statement: Keys, owner: \"\", due: \"\", status: %s}", [status])]
	count(rule.findings) == 0 with input as _input(concat("\n", rows))
}

test_frequency_instead if {
	count(rule.findings) == 0 with input as _input("  - {id: O-1, statement: Keys, owner: CTO, evaluation: \"\", frequency: quarterly}")
}

test_list if {
	text := "# Information security objectives\n\n- Patch high flaws within seven days, on all systems.\n- Restore everything in four hours.\n"
	found := rule.findings with input as isms.parse({"information-security-objectives.md": text})
	some finding in found
	finding.at_most == "note"
	startswith(finding.message, "Information security objectives is no table of objectives")
}

test_measures if {
	text := "register: measurements\nentries:\n  - {id: M-1, name: Patches, objective: Patch fast, owner: CTO, method: Count, target: 95 %}\n"
	found := rule.evidence with input as isms.parse({"registers/measurements.yaml": text})
	{activity | some item in found; some activity in item.activities} == {"6.2-k", "6.2-m"}
}

test_nothing if {
	count(rule.findings) == 0 with input as isms.parse({"README.md": "# ISMS\n"})
}
