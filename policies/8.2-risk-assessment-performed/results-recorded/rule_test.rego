package ismslint.rules.risk_assessment_performed.results_recorded_test

import data.ismslint.rules.risk_assessment_performed.results_recorded as rule

test_levels if {
	model := isms.parse({"registers/risks.yaml": "register: risks\nentries:\n  - {id: R-1, title: Fire, level: high, owner: CTO}\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_parts if {
	text := "# Risikoregister\n\n| ID | Risiko | Eintrittswahrscheinlichkeit | Auswirkung | Verantwortlich |\n|---|---|---|---|---|\n| R-1 | Feuer | 2 | 3 | CTO |\n"
	model := isms.parse({"risikoregister.md": text})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_report if {
	text := "# Risk assessment report 2026\n\nIn October we went through all sixteen scenarios with their owners. Three are high, none is critical.\n"
	model := isms.parse({"records/risk-assessment-report-2026.md": text})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

_listed := "register: risks\nentries:\n  - {id: R-1, title: Fire, level: TBD, owner: CTO%s}\n"

test_list_only if {
	found := rule.findings with input as isms.parse({"registers/risks.yaml": sprintf(_listed, [""])})
	some finding in found
	finding.path == "registers/risks.yaml"
	startswith(finding.message, "no results of a risk assessment were recognised")
}

test_planned if {
	model := isms.parse({"registers/risks.yaml": sprintf(_listed, [", next_assessment: 2027-01-15"])})
	found := rule.findings with input as model
	{[finding.message, finding.at_most] | some finding in found} == {["the first assessment is planned for 2027-01-15; no result is on record yet", "note"]}
	shown := rule.evidence with input as model
	{item.certainty | some item in shown} == {"indicates"}
}

test_nothing if {
	found := rule.findings with input as isms.parse({"README.md": "# ISMS\n"})
	some finding in found
	finding.absent == "risks"
	method := "# Risk assessment methodology\n\nWe rate each risk by how likely it is and how bad it would be, and the managing director accepts what is left.\n"
	described := rule.findings with input as isms.parse({"risk-methodology.md": method})
	{place.path | some place in described} == {"risk-methodology.md"}
}
