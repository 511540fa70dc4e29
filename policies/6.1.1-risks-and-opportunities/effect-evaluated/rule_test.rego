package ismslint.rules.risks_and_opportunities.effect_evaluated_test

import data.ismslint.rules.risks_and_opportunities.effect_evaluated as rule

_input(more, settings) := isms.parse({
	"registers/planning.yaml": sprintf("register: planning\nentries:\n  - {id: RO-1, statement: Words, action: Train a deputy, %s}\n", [more]),
	"isms.yaml": settings,
})

_stated := "intervals: {management_review: P6M}\n"

test_not_evaluated if {
	found := rule.findings with input as _input("done_on: 2026-04-30, result: \"\"", _stated)
	some finding in found
	finding.message == "RO-1 was done on 2026-04-30; no evaluation of its effect is recorded"
	finding.field == "evaluated_on"
	not finding.default_interval
}

test_default_interval if {
	found := rule.findings with input as _input("done_on: 2025-04-30, evaluated_on: \"\"", "edition: \"2022\"\n")
	some finding in found
	finding.default_interval
}

test_quiet if {
	every more in [
		"done_on: 2026-10-30, result: \"\"", "done_on: soon, result: \"\"", "status: done, result: \"\"",
		"done_on: 2026-04-30, result: Works", "done_on: 2026-04-30, evaluated_on: last spring",
		"done_on: 2026-04-30, status: cancelled, result: \"\"",
	] {
		count(rule.findings) == 0 with input as _input(more, _stated)
	}
}

test_evidence if {
	count(rule.evidence) == 2 with input as _input("done_on: 2026-04-30, evaluated_on: 2026-09-01, result: Works", _stated)
}
