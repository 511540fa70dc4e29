package ismslint.rules.resources.needs_named_test

import data.ismslint.rules.resources.needs_named as rule

_plan(rows) := sprintf("register: treatments\nentries:\n%s\n", [concat("\n", rows)])

_bare := `  - {id: RT-1, risks: RSK-1, action: Keys, owner: CTO, due: 2027-01-31, resources: "", status: open}`

_whole := "  - {id: RT-2, risks: RSK-2, action: Copies, owner: CTO, due: 2027-01-31, resources: Two days, status: open}"

_done := `  - {id: RT-3, risks: RSK-3, action: Locks, owner: CTO, due: 2025-01-31, resources: "", status: done}`

test_bare if {
	found := rule.findings with input as isms.parse({"registers/treatments.yaml": _plan([_bare, _whole, _done])})
	count(found) == 1
	some finding in found
	finding.message == "no resources are named for RT-1"
	finding.pos != ""
}

test_small if {
	model := isms.parse({"registers/treatments.yaml": _plan([_bare]), "isms.yaml": "organization: {persons: 5}\n"})
	count(rule.findings) == 0 with input as model
}

test_whole if {
	model := isms.parse({"registers/treatments.yaml": _plan([_whole])})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_named_in_plan if {
	model := isms.parse({
		"registers/treatments.yaml": _plan([_bare]),
		"registers/resources.yaml": "register: resources\nentries:\n  - {id: RES-1, need: Two days of the CTO, for: RT-1, provided: two days}\n",
	})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_no_column if {
	row := "  - {id: RT-1, risks: RSK-1, action: Keys, owner: CTO, due: 2027-01-31, status: open}"
	count(rule.findings) == 0 with input as isms.parse({"registers/treatments.yaml": _plan([row])})
}

test_words if {
	text := "# Resource plan\n\nThe security lead has two days a week for the ISMS, and there are 9 000 euro for tests and audits in 2027.\n"
	found := rule.evidence with input as isms.parse({"resource-plan.md": text})
	some item in found
	item.certainty == "indicates"
}
