package ismslint.rules.risk_assessment.all_properties_used_test

import data.ismslint.rules.risk_assessment.all_properties_used as rule

_model(cells) := isms.parse({"risk-register.md": concat("", array.concat(
	["# Risk register\n\n| ID | Risk | CIA | Level | Owner |\n|----|------|-----|-------|-------|\n"],
	[sprintf("| R-%d | Event | %s | high | CTO |\n", [i, affected]) | some i, affected in cells],
))})

test_one_unused if {
	found := rule.findings with input as _model(["C", "C, A", "A", "Confidentiality", "A"])
	some finding in found
	finding.message == "no risk of the register concerns integrity"
	finding.subject == "register/risks"
	startswith(finding.pos, "3:")
}

test_two_unused if {
	found := rule.findings with input as _model(["A", "A", "A", "A", "Verfügbarkeit"])
	some finding in found
	finding.message == "no risk of the register concerns confidentiality or integrity"
}

test_all_used if {
	every cells in [["CIA", "A", "A", "A", "A"], ["Vertraulichkeit", "Integrität", "A", "A", "A"], ["C/I", "A", "A", "A", "A"], ["all", "C", "C", "C", "C"]] {
		count(rule.findings) == 0 with input as _model(cells)
		count(rule.evidence) == 1 with input as _model(cells)
	}
}

test_few_risks if count(rule.findings) == 0 with input as _model(["A", "A", "A", "A"])

# What stands in an empty or unread cell is not known.
test_unread if {
	count(rule.findings) == 0 with input as _model(["A", "A", "", "A", "A", "A"])
	count(rule.findings) == 0 with input as _model(["A", "A", "Safety", "A", "A", "A"])
}
