package ismslint.rules.competence.effect_evaluated_test

import data.ismslint.rules.competence.effect_evaluated as rule

_files(rows) := {"registers/competence.yaml": sprintf("register: competence\nentries:\n%s\n", [concat("\n", rows)])}

_row(extra) := sprintf("  - {id: C-1, person: P-1, competence: Secure coding, action: Workshop, achieved_on: 2026-03-26, effectiveness: ''%s}", [extra])

test_not_judged if {
	found := rule.findings with input as isms.parse(_files([_row("")]))
	count(found) == 1
	some finding in found
	finding.message == "C-1 was done on 2026-03-26, and nothing says whether it helped"
	not finding.at_most
}

test_small if {
	found := rule.findings with input as isms.parse(object.union(_files([_row("")]), {"isms.yaml": "organization: {persons: 6}\n"}))
	some finding in found
	finding.at_most == "note"
}

test_judged if {
	rows := [_row(", result: 9 of 10"), _row(", effectiveness_on: 2026-07-01")]
	count(rule.findings) == 0 with input as isms.parse(_files(rows))
	count(rule.evidence) == 3 with input as isms.parse(_files(rows))
}

test_young if {
	count(rule.findings) == 0 with input as isms.parse(_files([replace(_row(""), "2026-03-26", "2026-10-26")]))
}

test_later if {
	count(rule.findings) == 0 with input as isms.parse(_files([_row(", effectiveness_on: 2027-01-31")]))
}

test_general if {
	count(rule.findings) == 0 with input as isms.parse(_files([replace(_row(""), "Secure coding", "Security awareness")]))
}

test_holding if {
	count(rule.findings) == 0 with input as isms.parse(_files([replace(_row(""), "action: Workshop", "evidence: Certificate")]))
}

test_no_column if {
	row := replace(_row(""), ", effectiveness: ''", "")
	found := rule.findings with input as isms.parse(_files([row]))
	count(found) == 1
	some finding in found
	finding.at_most == "note"
	contains(finding.message, "has no column for whether an action on competence helped")
}

test_record if {
	text := "# Training record: secure coding\n\nDate: 2026-03-26\n\nAll fourteen developers took part in the workshop and passed the exercise at its end.\n"
	found := rule.evidence with input as isms.parse({"records/training-record-2026.md": text})
	some item in found
	item.certainty == "indicates"
}
