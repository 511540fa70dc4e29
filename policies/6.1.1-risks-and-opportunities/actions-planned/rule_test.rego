package ismslint.rules.risks_and_opportunities.actions_planned_test

import data.ismslint.rules.risks_and_opportunities.actions_planned as rule

_input(rows, settings) := isms.parse({
	"registers/planning.yaml": sprintf("register: planning\nentries:\n%s\n", [rows]),
	"isms.yaml": settings,
})

_whole := "  - {id: RO-1, statement: Words, action: Train a deputy, owner: CTO, due: 2027-01-31, integrated_in: PRC-05, evaluate_by: Deputy leads a review}"

test_whole if {
	model := _input(_whole, "edition: \"2022\"\n")
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	{activity | some item in found; some activity in item.activities} == {"6.1.1-c", "6.1.1-d", "6.1.1-e"}
}

_gaps := concat("\n", [_whole, "  - {id: RO-2, statement: Words, action: \"\", owner: TBD, due: ongoing, integrated_in: PRC-05, evaluate_by: \"-\"}"])

test_gaps if {
	found := rule.findings with input as _input(_gaps, "edition: \"2022\"\n")
	{finding.message | some finding in found} == {
		"the action is empty for: RO-2",
		"the person responsible is empty for: RO-2",
		"how the effect is judged is empty for: RO-2",
	}
}

test_small if {
	model := _input(_gaps, "organization: {name: Two of us, persons: 2}\n")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 5 with input as model
}

test_closed_and_reasoned if {
	rows := concat("\n", [
		_whole, "  - {id: RO-2, statement: Words, action: \"\", owner: \"\", status: closed}",
		"  - {id: RO-3, statement: Words, action: \"\", action_reason: Too rare to act on}",
	])
	count(rule.findings) == 0 with input as _input(rows, "edition: \"2022\"\n")
}
