package ismslint.rules.risk_assessment_performed.criteria_in_force_when_assessed_test

import data.ismslint.rules.risk_assessment_performed.criteria_in_force_when_assessed as rule

_input(risk, criteria) := isms.parse({
	"registers/risks.yaml": sprintf("register: risks\nentries:\n  - {id: R-1, title: Fire, likelihood: 1, consequence: 2, level: high, %s}\n", [risk]),
	"registers/risk-criteria.yaml": sprintf("%s\nlevels: [{label: low}, {label: high}]\nlikelihood: [{step: 1}, {step: 2}]\nconsequence: [{step: 1}, {step: 2}]\n", [criteria]),
})

_criteria := "version: \"1.2\"\napproved_on: 2026-01-20"

test_before if {
	found := rule.findings with input as _input("criteria_version: \"1.2\", assessed_on: 2025-10-06", _criteria)
	some finding in found
	finding.message == "assessed by version 1.2 of the risk criteria before it was in force (2026-01-20): R-1"
	count(finding.related) == 1
}

test_quiet if {
	every risk in [
		"criteria_version: \"1.2\", assessed_on: 2026-01-20", "criteria_version: \"1.2\", assessed_on: 2026",
		"criteria_version: \"1.1\", assessed_on: 2025-10-06", "criteria_version: \"1.2\", assessed_on: soon",
	] {
		count(rule.findings) == 0 with input as _input(risk, _criteria)
	}
	count(rule.findings) == 0 with input as _input("criteria_version: \"1.2\", assessed_on: 2025-10-06", "version: \"1.2\"")
	count(rule.findings) == 0 with input as _input("criteria_version: \"1.2\", assessed_on: 2025-10-06", "approved_on: 2026-01-20")
}

test_evidence if {
	count(rule.evidence) == 1 with input as _input("criteria_version: \"1.2\", assessed_on: 2026-10-06", _criteria)
	count(rule.evidence) == 0 with input as _input("criteria_version: TBD, assessed_on: 2026-10-06", _criteria)
}
