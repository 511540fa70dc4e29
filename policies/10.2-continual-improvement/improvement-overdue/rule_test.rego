package ismslint.rules.continual_improvement.improvement_overdue_test

import data.ismslint.rules.continual_improvement.improvement_overdue as rule

_input(more) := isms.parse({"registers/improvements.yaml": sprintf("register: improvements\nentries:\n  - {id: IMP-1, text: Shorter form, owner: CTO, status: open, due: 2027-01-31}\n  - {id: IMP-2, text: Keys, owner: CTO, %s}\n", [more])})

test_overdue if {
	every more, message in {
		"due: 2026-06-30, status: open": "IMP-2 was due 2026-06-30; its status is \"open\"",
		"due: Q3 2026": "IMP-2 was due Q3 2026; no status is recorded",
	} {
		found := rule.findings with input as _input(more)
		{finding.message | some finding in found} == {message}
	}
}

test_quiet if {
	every more in [
		"due: 2026-06-30, status: done", "due: 2026-06-30, done_on: 2026-06-12", "due: 2026-11, status: open", "due: spring, status: open",
		"due: 2026-06-30, status: open, comment: waits for the office", "due: 2026-06-30, decision: declined", "due: 2026-06-30, result: tested",
	] {
		count(rule.findings) == 0 with input as _input(more)
	}
}

test_no_place_for_progress if {
	files := {"registers/improvements.yaml": "register: improvements\nentries:\n  - {id: IMP-1, text: Keys, owner: CTO, due: 2026-06-30}\n"}
	count(rule.findings) == 0 with input as isms.parse(files)
	count(rule.evidence) == 1 with input as isms.parse(files)
}
