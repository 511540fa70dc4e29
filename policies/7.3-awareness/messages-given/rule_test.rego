package ismslint.rules.awareness.messages_given_test

import data.ismslint.rules.awareness.messages_given as rule

_row(id, messages, date) := sprintf("  - {id: %s, topic: Session, audience: All, messages: [%s], delivered_on: %s, interval: P12M}", [id, messages, date])

_files(rows) := {"registers/awareness.yaml": sprintf("register: awareness\nentries:\n%s\n", [concat("\n", rows)])}

test_all if {
	model := isms.parse(_files([_row("A-1", "policy, own-contribution-and-benefits, consequences", "2026-03-02")]))
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	{activity | some item in found; some activity in item.activities} == {"7.3-a", "7.3-b", "7.3-c"}
}

test_lapsed if {
	rows := [_row("A-1", "policy, own-contribution-and-benefits", "2026-03-02"), _row("A-2", "consequences", "2025-03-02")]
	found := rule.findings with input as isms.parse(_files(rows))
	count(found) == 1
	some finding in found
	finding.message == "not given within the planned interval, as far as the register says: consequences of not keeping to the rules since 2025-03-02"
	finding.activities == ["7.3-c"]
}

test_not_given if {
	found := rule.findings with input as isms.parse(_files([_row("A-1", "policy", "2026-03-02")]))
	some finding in found
	{"7.3-b", "7.3-c"} == {activity | some activity in finding.activities}
}

test_no_interval if {
	row := replace(_row("A-1", "policy", "2025-03-02"), ", interval: P12M", "")
	count(rule.findings) == 0 with input as isms.parse(_files([row]))
}

test_other_interval if {
	bare := replace(_row("A-2", "own-contribution-and-benefits, consequences", "2026-01-02"), ", interval: P12M", "")
	count(rule.findings) == 0 with input as isms.parse(_files([_row("A-1", "policy", "2026-03-02"), bare]))
}

test_in_material if {
	text := "# Security awareness programme\n\nThe course tells everybody what they contribute and the consequences of violations, with examples from the last year.\n"
	model := isms.parse(object.union(_files([_row("A-1", "policy", "2026-03-02")]), {"awareness-programme.md": text}))
	count(rule.findings) == 0 with input as model
}

test_planned_only if {
	count(rule.findings) == 0 with input as isms.parse(_files(["  - {id: A-1, topic: Session, audience: All, messages: [policy], planned_on: 2027-03-02, interval: P12M}"]))
}

test_german if {
	rows := [_row("A-1", "Leitlinie, eigener Beitrag, Folgen von Verstößen", "2026-03-02")]
	count(rule.findings) == 0 with input as isms.parse(_files(rows))
	count(rule.evidence) > 0 with input as isms.parse(_files(rows))
}
