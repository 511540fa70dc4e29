package ismslint.rules.risk_assessment.affected_property_stated_test

import data.ismslint.rules.risk_assessment.affected_property_stated as rule

_head := "# Risk register\n\n| ID | Risk | CIA | Level | Owner | Status |\n|----|------|-----|-------|-------|--------|\n"

_model(rows) := isms.parse({"risk-register.md": concat("", array.concat([_head], rows))})

test_empty_cell if {
	model := _model(["| R-1 | Fire | | high | CTO | open |\n", "| R-2 | Theft | C | low | CTO | open |\n", "| R-3 | Flood | - | low | CTO | open |\n"])
	found := rule.findings with input as model
	{finding.subject | some finding in found} == {"risks/R-1", "risks/R-3"}
	count(rule.evidence) == 1 with input as model
}

test_closed if {
	count(rule.findings) == 0 with input as _model(["| R-1 | Fire | | high | CTO | closed |\n"])
}

test_said_in_words if {
	count(rule.findings) == 0 with input as _model(["| R-1 | Loss of availability by fire | | high | CTO | open |\n"])
	count(rule.findings) == 0 with input as _model(["| R-1 | Verlust der Verfügbarkeit | | high | CTO | open |\n"])
}

test_in_prose if {
	text := "# Risk register\n\n## R-1: Fire\n\n**CIA:** A\n**Level:** high\n**Owner:** CTO\n\n## R-2: Theft\n\n**Level:** high\n**Owner:** CTO\n\n## R-3: Flood\n\n**Level:** low\n**Owner:** CTO\n"
	count(rule.findings) == 0 with input as isms.parse({"risk-register.md": text})
}

test_nothing_named if {
	count(rule.evidence) == 0 with input as _model(["| R-1 | Fire | | high | CTO | open |\n"])
}
