package ismslint.rules.risks_and_opportunities.traced_to_source_test

import data.ismslint.rules.risks_and_opportunities.traced_to_source as rule

_input(sources) := isms.parse({"registers/planning.yaml": sprintf("register: planning\nentries:\n%s", [concat("", [line |
	some i, source in sources
	line := sprintf("  - {id: RO-%d, statement: Words, action: More words, source: %s}\n", [i, source])
])])})

test_traced if {
	model := _input(["ISS-001", "a law"])
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_untraced if {
	found := rule.findings with input as _input(["ISS-001", "\"\"", "TBD"])
	some finding in found
	finding.message == "not traced to an issue or a requirement: RO-1, RO-2"
	startswith(finding.pos, "4:")
	count(finding.related) == 1
}

test_cancelled if {
	text := "register: planning\nentries:\n  - {id: RO-1, statement: Words, action: More, source: \"\", status: cancelled}\n"
	count(rule.findings) == 0 with input as isms.parse({"registers/planning.yaml": text})
}
