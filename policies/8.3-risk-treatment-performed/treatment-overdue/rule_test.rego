package ismslint.rules.risk_treatment_performed.treatment_overdue_test

import data.ismslint.rules.risk_treatment_performed.treatment_overdue as rule

_plan(more) := isms.parse({"registers/treatments.yaml": sprintf("register: treatments\nentries:\n  - {id: T-1, risks: [R-1], action: Sprinklers, %s}\n", [more])})

_register(more) := isms.parse({"registers/risks.yaml": sprintf("register: risks\nentries:\n  - {id: R-1, title: Fire, level: high, treatment: Sprinklers, %s}\n", [more])})

test_overdue if {
	found := rule.findings with input as _plan("due: 2026-06-30, status: in progress")
	{finding.message | some finding in found} == {"T-1 was due 2026-06-30; its status is \"in progress\""}
	german := rule.findings with input as _plan("due: 30.06.2026, status: offen")
	{finding.message | some finding in german} == {"T-1 was due 30.06.2026; its status is \"offen\""}
}

test_quiet if {
	every more in [
		"due: 2026-06-30, status: done", "due: 2026-06-30, status: cancelled", "due: 2026-06-30, option: accept, status: approved",
		"due: 2026-06-30, status: accepted", "due: 2026-06-30, status: open, done_on: 2026-06-01", "due: 2026, status: open",
		"due: Q4 2026, status: open", "due: ongoing, status: open", "due: 2026-06-30, owner: CTO", "due: 2026-06-30, status: open, verified_on: 2026-07-01",
	] {
		count(rule.findings) == 0 with input as _plan(more)
	}
}

test_without_id if {
	text := "# Risk treatment plan\n\n| Risk ID | Action | Owner | Due | Status |\n|---|---|---|---|---|\n| R-1 | Sprinklers | CTO | 2026-06-30 | Open |\n"
	found := rule.findings with input as isms.parse({"risk-treatment-plan.md": text})
	{finding.message | some finding in found} == {"the treatment of R-1 was due 2026-06-30; its status is \"Open\""}
}

test_register if {
	found := rule.findings with input as _register("due: 2026-06-30, status: in treatment")
	{finding.message | some finding in found} == {"the treatment of R-1 was due 2026-06-30; its status is \"in treatment\""}
	every more in ["due: 2026-06-30, status: treated", "due: 2026-06-30, status: accepted", "due: 2026-06-30", "due: 2026-06-30, status: in treatment, decision: accept"] {
		count(rule.findings) == 0 with input as _register(more)
	}
}

test_evidence if {
	count(rule.evidence) == 2 with input as _plan("status: done, done_on: 2026-06-01")
	count(rule.evidence) == 0 with input as _plan("status: open, due: 2027-01-01")
}
