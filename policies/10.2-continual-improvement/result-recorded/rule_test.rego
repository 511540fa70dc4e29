package ismslint.rules.continual_improvement.result_recorded_test

import data.ismslint.rules.continual_improvement.result_recorded as rule

_input(more) := isms.parse({"registers/improvements.yaml": sprintf("register: improvements\nentries:\n  - {id: IMP-1, text: Shorter form, owner: CTO, status: done, done_on: 2026-01-10, result: Half the questions}\n  - {id: IMP-2, text: Keys, owner: CTO, %s}\n", [more])})

test_no_result if {
	every more in ["status: done", "status: closed, result: tbd", "status: done, done_on: 2026-06-01, result: ''"] {
		found := rule.findings with input as _input(more)
		{finding.message | some finding in found} == {"IMP-2 is done, and no result is recorded"}
		count(rule.evidence) == 1 with input as _input(more)
	}
}

test_quiet if {
	every more in [
		"status: open", "status: done, result: Nobody was locked out", "status: done, done_on: 2026-10-01",
		"status: done, done_on: 2026-01-01, result_on: 2026-12-31", "status: cancelled", "status: closed, decision: declined",
	] {
		count(rule.findings) == 0 with input as _input(more)
	}
}
