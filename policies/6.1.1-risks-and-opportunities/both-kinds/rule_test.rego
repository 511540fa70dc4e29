package ismslint.rules.risks_and_opportunities.both_kinds_test

import data.ismslint.rules.risks_and_opportunities.both_kinds as rule

_input(kinds) := isms.parse({"registers/planning.yaml": sprintf("register: planning\ntitle: Planning\nentries:\n%s", [concat("", [line |
	some kind in kinds
	line := sprintf("  - {kind: %s, statement: Words, action: More words}\n", [kind])
])])})

test_both if {
	count(rule.findings) == 0 with input as _input(["risk", "opportunity"])
	count(rule.evidence) == 1 with input as _input(["risk", "opportunity"])
}

test_one_kind if {
	found := rule.findings with input as _input(["risk", "risk"])
	{finding.message | some finding in found} == {"Planning holds no opportunities"}
	others := rule.findings with input as _input(["Chance", "Chance"])
	{finding.message | some finding in others} == {"Planning holds no risks"}
}

test_not_told if {
	count(rule.findings) == 0 with input as _input(["TBD", "\"\""])
	count(rule.findings) == 0 with input as _input(["risk"])
	count(rule.evidence) == 0 with input as _input(["risk", "TBD"])
}
