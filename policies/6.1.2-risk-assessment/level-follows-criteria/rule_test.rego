package ismslint.rules.risk_assessment.level_follows_criteria_test

import data.ismslint.rules.risk_assessment.level_follows_criteria as rule

_matrix := `likelihood: [{step: 1, label: rare}, {step: 2, label: likely}]
consequence: [{step: 1, label: minor}, {step: 2, label: severe}]
combination: matrix
matrix:
  rare: {minor: low, severe: medium}
  likely: {minor: medium, severe: high}
levels: [{label: low}, {label: medium}, {label: high}]
`

_product := `likelihood: [{step: 1}, {step: 2}, {step: 3}, {step: 4}, {step: 5}]
consequence: [{step: 1}, {step: 2}, {step: 3}, {step: 4}, {step: 5}]
combination: product
levels: [{label: low, min: 1}, {label: medium, min: 5}, {label: high, min: 10}]
`

_model(criteria, entry) := isms.parse({
	"registers/risk-criteria.yaml": criteria,
	"registers/risks.yaml": sprintf("register: risks\nentries:\n  - {id: RSK-001, title: Fire, owner: CTO, %s}\n", [entry]),
})

test_matrix if {
	model := _model(_matrix, "likelihood: likely, consequence: severe, level: High")
	count(rule.findings) == 0 with input as model
	{activity | some item in rule.evidence; some activity in item.activities} == {"6.1.2-c", "6.1.2-h"} with input as model
}

test_differs if {
	found := rule.findings with input as _model(_matrix, "likelihood: likely, consequence: severe, level: medium")
	some finding in found
	finding.message == concat("", [
		"RSK-001: likelihood likely and consequence severe give high by the criteria in registers/risk-criteria.yaml, ",
		"the register says \"medium\"",
	])
	finding.field == "level"
	finding.related[0].path == "registers/risk-criteria.yaml"
}

test_level_of_no_scale if {
	found := rule.findings with input as _model(_matrix, "likelihood: likely, consequence: severe, level: purple")
	count(found) == 1
}

test_stages if {
	found := rule.findings with input as _model(_matrix, "likelihood: likely, consequence: severe, level: high, residual: {likelihood: rare, consequence: severe, level: low}")
	some finding in found
	finding.field == "residual_level"
	startswith(finding.message, "RSK-001: residual likelihood rare and residual consequence severe give medium")
}

test_quiet if {
	every entry in [
		"likelihood: likely, consequence: severe, level: low, status: closed",
		"likelihood: likely, consequence: severe, level: low, override_reason: Agreed by the board",
		"likelihood: likely, consequence: severe, level: \"\"",
		"likelihood: often, consequence: severe, level: low",
		"likelihood: likely, consequence: severe, level: low, factor: 2",
	] {
		count(rule.findings) == 0 with input as _model(_matrix, entry)
	}
}

# Which of the two levels the one pair gives is not known.
test_shared_pair if {
	table := "# Risk register\n\n| ID | Risk | Likelihood | Impact | Inherent risk | Current risk | Owner |\n|---|---|---|---|---|---|---|\n| R-1 | Fire | likely | severe | high | low | CTO |\n"
	count(rule.findings) == 0 with input as isms.parse({"registers/risk-criteria.yaml": _matrix, "risk-register.md": table})
}

test_several_impacts if {
	table := "# Risk register\n\n| ID | Risk | Likelihood | Impact (C) | Impact (A) | Level | Owner |\n|---|---|---|---|---|---|---|\n| R-1 | Fire | likely | minor | severe | high | CTO |\n"
	count(rule.findings) == 0 with input as isms.parse({"registers/risk-criteria.yaml": _matrix, "risk-register.md": table})
}

test_product if {
	every level in ["12", "high", "High (12)", "12 - high", "Level 3 (high)"] {
		count(rule.findings) == 0 with input as _model(_product, sprintf("likelihood: 3, consequence: 4, level: \"%s\"", [level]))
	}
	every level in ["15", "medium", "7", "High (15)", "Low (12)"] {
		found := rule.findings with input as _model(_product, sprintf("likelihood: 3, consequence: 4, level: \"%s\"", [level]))
		count(found) == 1
	}
}

test_score if {
	found := rule.findings with input as _model(_product, "likelihood: 3, consequence: 4, level: high, score: 13")
	some finding in found
	finding.field == "score"
	contains(finding.message, "give 12 by the criteria")
}

test_product_without_bounds if {
	criteria := "likelihood: [{step: 1}, {step: 2}]\nconsequence: [{step: 1}, {step: 2}]\ncombination: product\n"
	found := rule.findings with input as _model(criteria, "likelihood: 2, consequence: 2, level: 3")
	some finding in found
	contains(finding.message, "give 4 by the criteria")
}

test_table_of_criteria if {
	register := `# Risk register

## Risk matrix

|  | Low Impact | High Impact |
|---|---|---|
| **High Likelihood** | Medium | High |
| **Low Likelihood** | Low | Medium |

## Risks

| ID | Risk | Likelihood | Impact | Inherent Risk | Residual Risk | Owner |
|---|---|---|---|---|---|---|
| R-1 | Fire | High | Low | Medium | Low | CTO |
| R-2 | Theft | Low | Low | High | Low | CTO |
`
	found := rule.findings with input as isms.parse({"risk-register.md": register})
	some finding in found
	finding.message == "R-2: likelihood Low and consequence Low give low by the criteria in risk-register.md, the register says \"High\""
	startswith(finding.pos, "15:")
}

test_incomplete if {
	count(rule.findings) == 0 with input as _model(replace(_matrix, "severe: medium", "severe: purple"), "likelihood: likely, consequence: severe, level: low")
}
