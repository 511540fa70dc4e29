package ismslint.rules.risk_assessment.process_described_test

import data.ismslint.rules.risk_assessment.process_described as rule

_risks := "register: risks\nentries:\n  - {id: RSK-001, title: Fire, level: high, owner: CTO}\n"

_text := "We rate each risk by how likely it is and how bad it would be, and the managing director accepts what is left."

test_document if {
	model := isms.parse({"risk-management.md": sprintf("# Risk management\n\n%s\n", [_text])})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_criteria if {
	model := isms.parse({"registers/risk-criteria.yaml": "levels: [{label: low}, {label: high}]\nlikelihood: [{step: 1}, {step: 2}]\n"})
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	some item in evidence
	item.path == "registers/risk-criteria.yaml"
}

test_german if {
	model := isms.parse({"risikomanagement.md": "# Risikomanagement\n\nWir bewerten jedes Risiko nach Eintrittswahrscheinlichkeit und Auswirkung und legen es der Leitung vor.\n"})
	count(rule.findings) == 0 with input as model
}

test_nothing_but_a_register if {
	found := rule.findings with input as isms.parse({"registers/risks.yaml": _risks})
	some finding in found
	finding.path == "registers/risks.yaml"
	finding.absent == "methodology.risk"
	startswith(finding.message, "no description of the risk assessment process was recognised")
}

test_declared if {
	found := rule.findings with input as isms.parse({"registers/risks.yaml": _risks, "isms.yaml": "edition: \"2022\"\n"})
	some finding in found
	finding.path == "isms.yaml"
}

test_template if {
	found := rule.findings with input as isms.parse({"templates/risk-management.md": sprintf("# Risk management\n\n%s\n", [_text])})
	some finding in found
	contains(finding.message, "templates/risk-management.md is not counted")
}

test_outside if {
	settings := "edition: \"2022\"\noutside:\n  - {item: risk_criteria, where: the GRC tool}\n"
	count(rule.findings) == 0 with input as isms.parse({"registers/risks.yaml": _risks, "isms.yaml": settings})
}
