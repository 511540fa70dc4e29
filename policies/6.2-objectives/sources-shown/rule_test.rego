package ismslint.rules.objectives.sources_shown_test

import data.ismslint.rules.objectives.sources_shown as rule

_input(source, more) := isms.parse({
	"registers/objectives.yaml": sprintf("register: objectives\nentries:\n  - {id: O-1, statement: Patch fast, derived_from: %s}\n", [source]),
	"registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-1, title: Fire, level: high, owner: CTO}\n",
	"registers/planning.yaml": "register: planning\nentries:\n  - {id: RO-1, statement: Records are late, action: Calendar}\n",
	"isms.yaml": more,
})

_settings := "edition: \"2022\"\n"

test_risk if {
	count(rule.findings) == 0 with input as _input("[RO-1, RSK-1]", _settings)
	found := rule.evidence with input as _input("[RO-1, RSK-1]", _settings)
	{object.get(item, "certainty", "") | some item in found} == {""}
}

test_words if {
	count(rule.findings) == 0 with input as _input("Contract with the largest customer", _settings)
	found := rule.evidence with input as _input("Contract with the largest customer", _settings)
	{item.certainty | some item in found} == {"indicates"}
}

test_neither if {
	found := rule.findings with input as _input("RO-1", _settings)
	some finding in found
	finding.message == "no objective names a requirement, a risk or a treatment as what it comes from"
	count(rule.findings) == 1 with input as _input("\"\"", _settings)
	count(rule.findings) == 0 with input as _input("RO-1", "organization: {name: Two, persons: 2}\n")
}
