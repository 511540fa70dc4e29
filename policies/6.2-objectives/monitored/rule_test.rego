package ismslint.rules.objectives.monitored_test

import data.ismslint.rules.objectives.monitored as rule

_input(objective, measures) := isms.parse({
	"edition": "2022",
	"registers/objectives.yaml": sprintf("register: objectives\nentries:\n  - {id: O-1, statement: Patch fast, %s}\n", [objective]),
	"registers/measurements.yaml": sprintf("register: measurements\nentries:\n  - {id: M-01, name: Patches in time, target: 95 %%, %s}\n", [measures]),
})

_messages(objective, measures) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(objective, measures)
}

test_overdue if {
	_messages("frequency: quarterly, measured_on: 2026-06-30", "unit: per cent") == {"O-1: the last result is of 2026-06-30, measured \"quarterly\""}
	_messages("frequency: vierteljährlich, measured_on: 2026-06-30", "unit: per cent") == {"O-1: the last result is of 2026-06-30, measured \"vierteljährlich\""}
}

test_in_time if {
	every objective in [
		"frequency: quarterly, measured_on: 2026-09-30", "frequency: as needed, measured_on: 2025-06-30", "measured_on: 2025-06-30",
		"frequency: quarterly, measured_on: \"\"", "frequency: quarterly, measured_on: 2025-06-30, status: achieved",
	] {
		_messages(objective, "unit: per cent") == set()
	}
}

test_results_elsewhere if {
	_messages("frequency: quarterly, measured_on: 2026-03-31, metric: M-01", "result: 97, result_on: 2026-09-30") == set()
	_messages("frequency: quarterly, measured_on: 2026-03-31", "objective: O-1, result: 97, result_on: 2026-09-30") == set()
	_messages("frequency: quarterly, metric: M-01", "result: 97, result_on: 2026-03-31") == {"O-1: the last result is of 2026-03-31, measured \"quarterly\""}
}

test_list_of_results if {
	text := "register: objectives\nentries:\n  - id: O-1\n    statement: Patch fast\n    frequency: monthly\n    results:\n      - {on: 2026-08-31, value: 90 %}\n      - {on: 2026-09-30, value: 95 %}\n"
	found := rule.findings with input as isms.parse({"edition": "2022", "registers/objectives.yaml": text})
	{finding.message | some finding in found} == {"O-1: the last result is of 2026-09-30, measured \"monthly\""}
}

test_evidence if {
	count(rule.evidence) == 2 with input as _input("result: 95 %, measured_on: 2026-09-30", "unit: per cent")
	count(rule.evidence) == 1 with input as _input("metric: M-01", "result: 97, result_on: 2026-03-31")
	count(rule.evidence) == 0 with input as _input("metric: M-01", "unit: per cent")
}
