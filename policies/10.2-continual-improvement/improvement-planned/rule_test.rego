package ismslint.rules.continual_improvement.improvement_planned_test

import data.ismslint.rules.continual_improvement.improvement_planned as rule

_input(more) := isms.parse({"registers/improvements.yaml": sprintf("register: improvements\nentries:\n  - {id: IMP-1, text: Shorter form, owner: CTO, status: done, due: 2026-01-31}\n  - {id: IMP-2, text: Keys, %s}\n", [more])})

test_unplanned if {
	every more, message in {
		"decision: taken up, status: open": "IMP-2 is taken up and has no person responsible and no date",
		"decision: accepted, owner: CTO": "IMP-2 is taken up and has no date",
		"status: in progress, due: 2027-01-31": "IMP-2 is taken up and has no person responsible",
		"decision: approved by the CEO, owner: CTO, due: tbd, status: open": "IMP-2 is taken up and has no date",
	} {
		found := rule.findings with input as _input(more)
		{finding.message | some finding in found} == {message}
	}
	count(rule.evidence) == 2 with input as _input("status: open")
}

test_quiet if {
	every more in [
		"status: open", "decision: to be discussed, status: open", "decision: declined", "decision: taken up, status: done",
		"decision: taken up, status: cancelled", "decision: taken up, done_on: 2026-02-01", "decision: no action, status: in progress",
		"decision: taken up, owner: CTO, due: next spring, status: open",
	] {
		count(rule.findings) == 0 with input as _input(more)
	}
}

test_without_the_column if {
	text := "register: improvements\nentries:\n  - {id: IMP-1, text: Shorter form, owner: CTO, decision: taken up, status: open}\n"
	count(rule.findings) == 0 with input as isms.parse({"registers/improvements.yaml": text})
}
