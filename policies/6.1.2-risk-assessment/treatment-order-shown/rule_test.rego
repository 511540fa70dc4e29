package ismslint.rules.risk_assessment.treatment_order_shown_test

import data.ismslint.rules.risk_assessment.treatment_order_shown as rule

_model(header, row) := isms.parse({"risk-register.md": sprintf("# Risk register\n\n%s\n|---|---|---|---|---|\n%s\n", [header, row])})

test_ranked if {
	every header in ["Level", "Risk score", "Priority", "Residual risk"] {
		model := _model(sprintf("| ID | Risk | Likelihood | %s | Owner |", [header]), "| R-1 | Fire | often | 3 | CTO |")
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_not_ranked if {
	found := rule.findings with input as _model("| ID | Risk | Likelihood | Impact | Owner |", "| R-1 | Fire | often | bad | CTO |")
	some finding in found
	finding.subject == "register/risks"
	startswith(finding.pos, "3:")
}

test_empty_column if {
	found := rule.findings with input as _model("| ID | Risk | Likelihood | Level | Owner |", "| R-1 | Fire | often | TBD | CTO |")
	count(found) == 1
}

# Where the criteria give a level for each pair, the pair ranks.
test_criteria_rank if {
	model := isms.parse({
		"registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-001, title: Fire, likelihood: rare, consequence: minor, owner: CTO}\n",
		"registers/risk-criteria.yaml": `likelihood: [{label: rare}, {label: likely}]
consequence: [{label: minor}, {label: severe}]
matrix: {rare: {minor: low, severe: low}, likely: {minor: low, severe: high}}
levels: [{label: low}, {label: high}]
`,
	})
	count(rule.findings) == 0 with input as model
}
