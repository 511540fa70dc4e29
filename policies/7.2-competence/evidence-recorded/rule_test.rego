package ismslint.rules.competence.evidence_recorded_test

import data.ismslint.rules.competence.evidence_recorded as rule

_register(rows) := {"registers/competence.yaml": sprintf("register: competence\nentries:\n%s\n", [rows])}

test_register if {
	model := isms.parse(_register("  - {id: C-1, person: Ann, role: CTO, competence: Audits, evidence: Certificate 7, achieved_on: 2026-02-03}"))
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	{item.date | some item in found} == {"2026-02-03"}
	count(found) == 2
}

test_nothing if {
	found := rule.findings with input as isms.parse({"README.md": "# ISMS\n"})
	count(found) == 1
	some finding in found
	finding.absent == "competence"
	finding.activities == ["7.2-d", "7.5.1-a"]
	startswith(finding.message, "no evidence of competence was recognised; it usually lies with the personnel records")
}

test_requirements_only if {
	found := rule.findings with input as isms.parse(_register("  - {id: C-1, role: CTO, competence: Audits, required_level: expert}"))
	count(found) == 1
}

test_placeholder if {
	found := rule.findings with input as isms.parse(_register(`  - {id: C-1, person: Ann, role: CTO, competence: Audits, evidence: TBD, achieved_on: "-"}`))
	count(found) == 1
}

test_document if {
	text := "# Training record: secure coding\n\nDate: 2026-03-26\n\nAll fourteen developers took part in the workshop and passed the exercise at its end.\n"
	model := isms.parse({"records/training-record-2026.md": text})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_told if {
	text := "# Security awareness programme\n\nEverybody takes a course in the first week. Certificates and training records are kept in the HR system by the head of people.\n"
	model := isms.parse({"awareness-programme.md": text})
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	some item in found
	item.certainty == "indicates"
	item.activities == ["7.2-d"]
}

test_template if {
	text := "# Competence matrix template\n\nFill in one line for each person, with the competence that the role takes and what shows that it is there.\n"
	found := rule.findings with input as isms.parse({"templates/competence-matrix.md": text})
	some finding in found
	contains(finding.message, "templates/competence-matrix.md is not counted")
}

# A certificate that is named is no record.
test_held if {
	text := "# Security awareness\n\nThe CTO is CISSP certified, reads advisories every week, and passes on what matters to the developers on Mondays.\n"
	model := isms.parse({"awareness-programme.md": text})
	count(rule.findings) == 1 with input as model
	found := rule.evidence with input as model
	some item in found
	item.certainty == "indicates"
	item.activities == ["7.2-b"]
}
