package ismslint.rules.risk_treatment_performed.result_shown_test

import data.ismslint.rules.risk_treatment_performed.result_shown as rule

_input(more, risk) := isms.parse({
	"registers/treatments.yaml": sprintf("register: treatments\ntitle: Plan\nentries:\n  - {id: T-0, risks: [R-0], action: Doors, status: open%s}\n  - {id: T-1, risks: [R-1], action: Sprinklers, %s}\n", [object.get({"plain": ""}, risk, ", done_on: TBD"), more]),
	"registers/risks.yaml": sprintf("register: risks\nentries:\n  - {id: R-1, title: Fire, level: high, %s}\n", [object.get({"plain": "owner: CTO"}, risk, risk)]),
})

_messages(more, risk) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(more, risk)
}

test_no_result if {
	_messages("status: Completed, done_on: \"\"", "owner: CTO") == {"T-1 is reported \"Completed\"; no date, evidence or level shows the result"}
	_messages("status: erledigt, evidence: TBD", "owner: CTO") == {"T-1 is reported \"erledigt\"; no date, evidence or level shows the result"}
}

test_result if {
	every more in ["status: done, done_on: 2026-06-01", "status: done, done_on: last summer", "status: done, comment: See ticket", "status: done, residual_level: low", "status: done, approved_by: CTO"] {
		_messages(more, "owner: CTO") == set()
	}
	_messages("status: done, done_on: \"\"", "residual_level: low") == set()
	_messages("status: in progress, done_on: \"\"", "owner: CTO") == set()
}

test_no_column if {
	_messages("status: done", "plain") == {"Plan has no column that shows the result of a finished treatment"}
}

test_without_id if {
	text := "# Risk treatment plan\n\n| Risk ID | Action | Status | Evidence |\n|---|---|---|---|\n| R-1 | Sprinklers | Done | |\n"
	found := rule.findings with input as isms.parse({"risk-treatment-plan.md": text})
	{finding.message | some finding in found} == {"the treatment of R-1 is reported \"Done\"; no date, evidence or level shows the result"}
}

test_evidence if {
	count(rule.evidence) == 2 with input as _input("status: done, done_on: 2026-06-01, result: Works", "owner: CTO")
}
