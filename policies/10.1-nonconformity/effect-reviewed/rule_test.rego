package ismslint.rules.nonconformity.effect_reviewed_test

import data.ismslint.rules.nonconformity.effect_reviewed as rule

_input(rows) := isms.parse({"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n%s\n", [rows])})

_row(more) := sprintf("  - {id: NC-1, description: Late, corrective_action: Calendar, status: closed, %s}", [more])

_message(rows) := finding.message if {
	found := rule.findings with input as _input(rows)
	count(found) == 1
	some finding in found
	finding.subject == "nonconformities/NC-1"
}

test_not_reviewed if {
	every more in ["effectiveness: \"\"", "effectiveness: pending", "effectiveness: TBD, effectiveness_on: \"\"", "effectiveness: ausstehend"] {
		_message(_row(more)) == "NC-1 is closed; the effect of its corrective action is not reviewed"
	}
}

test_reviewed_before if {
	_message(_row("effectiveness: effective, effectiveness_on: 2026-03-01, done_on: 2026-04-01")) == "NC-1 is closed; its effect was reviewed on 2026-03-01, before the action of 2026-04-01"
}

test_quiet if {
	every rows in [
		_row("effectiveness: effective"),
		_row("effectiveness: As seen in the review of autumn"),
		_row("effectiveness_on: 2026-09-01, done_on: 2026-09-01"),
		_row("effectiveness_on: 2026-09, done_on: 2026-09-20"),
		_row("effectiveness: \"\", action_needed: no"),
		_row("effectiveness: \"\", action_reason: A single slip without effect"),
		"  - {id: NC-1, description: Late, effectiveness: \"\", status: closed}",
		"  - {id: NC-1, description: Late, corrective_action: Calendar, effectiveness: \"\", status: closed - verified}",
		"  - {id: NC-1, description: Late, corrective_action: Calendar, effectiveness: \"\", effectiveness_planned_on: 2027-01-10, status: in progress}",
	] {
		count(rule.findings) == 0 with input as _input(rows)
	}
}

test_evidence if {
	found := rule.evidence with input as _input(_row("effectiveness: effective, effectiveness_on: 2026-09-01"))
	count(found) == 2
}
