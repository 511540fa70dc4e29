package ismslint.rules.competence.records_show_proof_test

import data.ismslint.rules.competence.records_show_proof as rule

_input(rows) := isms.parse({"registers/competence.yaml": sprintf("register: competence\nentries:\n%s\n", [rows])})

test_bare if {
	found := rule.findings with input as _input(`  - {id: C-1, person: Ann, role: CTO, competence: Audits, basis: training, evidence: ""}`)
	some finding in found
	finding.message == "C-1: nothing shows the competence"
	finding.field == "evidence"
}

test_tbd if count(rule.findings) == 1 with input as _input("  - {id: C-1, person: Ann, role: CTO, competence: Audits, evidence: TBD}")

test_proven if {
	rows := concat("\n", [
		"  - {id: C-1, person: Ann, role: CTO, competence: Audits, evidence: Certificate 4}",
		"  - {id: C-2, person: Ann, role: CTO, competence: Risks, evidence: '', achieved_on: 2025-01-02}",
		"  - {id: C-3, person: Ann, role: CTO, competence: Cloud, evidence: '', basis: eleven years of practice}",
		"  - {id: C-4, person: Ann, role: CTO, competence: Law, evidence: '', result: passed}",
		"  - {id: C-5, person: Ann, role: CTO, competence: Law, evidence: '', achieved_on: ongoing}",
	])
	count(rule.findings) == 0 with input as _input(rows)
	count(rule.evidence) == 3 with input as _input(rows)
}

test_planned if {
	rows := concat("\n", [
		"  - {id: C-1, person: Ann, role: CTO, competence: Audits, evidence: '', planned_on: 2027-01-02}",
		"  - {id: C-2, person: Ann, role: CTO, competence: Risks, evidence: '', status: open}",
		"  - {id: C-3, person: Ann, role: CTO, competence: Cloud, evidence: '', action: Course}",
		"  - {id: C-4, role: CTO, competence: Cloud, evidence: ''}",
	])
	count(rule.findings) == 0 with input as _input(rows)
}
