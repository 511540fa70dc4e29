package ismslint.rules.risk_assessment.levels_have_acceptance_rule_test

import data.ismslint.rules.risk_assessment.levels_have_acceptance_rule as rule

_levels := "levels: [{label: low, max: 4}, {label: medium, min: 5, max: 9}, {label: high, min: 10}]\n"

_model(rest) := isms.parse({"registers/risk-criteria.yaml": concat("", [_levels, rest])})

test_all if {
	model := _model("acceptance: {low: accept, medium: conditional, high: treat}\n")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_one_without if {
	found := rule.findings with input as _model("acceptance: {low: accept, medium: conditional}\n")
	some finding in found
	finding.message == "the level high has no acceptance rule"
	finding.path == "registers/risk-criteria.yaml"
	startswith(finding.pos, "1:")
}

test_two_without if {
	found := rule.findings with input as _model("acceptance: {low: accept, high: TBD}\n")
	count(found) == 1
	some finding in found
	finding.message == "the levels medium, high have no acceptance rule"
	count(finding.related) == 1
}

# A threshold speaks for every level.
test_threshold if {
	every threshold in ["{threshold: medium}", "{threshold: 9}", "{up_to: 7}"] {
		count(rule.findings) == 0 with input as _model(sprintf("acceptance: %s\n", [threshold]))
	}
}

test_threshold_not_read if {
	count(rule.findings) == 0 with input as _model("acceptance: {threshold: what the board says}\n")
}

test_no_rules_at_all if {
	count(rule.findings) == 0 with input as _model("")
	count(rule.evidence) == 0 with input as _model("")
}

_table := `# Risk management

We rate each risk by likelihood and impact.

## Risk levels

| Level | Score | %s |
|-------|-------|------|
| Low | 1-4 | Accept |
| High | 5-9 | %s |
`

test_table if {
	found := rule.findings with input as isms.parse({"risk-management.md": sprintf(_table, ["Acceptance", ""])})
	some finding in found
	finding.message == "the level High has no acceptance rule"
	startswith(finding.pos, "10:")
}

test_table_filled if {
	count(rule.findings) == 0 with input as isms.parse({"risk-management.md": sprintf(_table, ["Acceptance", "Treat"])})
	count(rule.evidence) == 1 with input as isms.parse({"risk-management.md": sprintf(_table, ["Acceptance", "Ask the owner"])})
}

test_table_without_column if {
	count(rule.findings) == 0 with input as isms.parse({"risk-management.md": sprintf(_table, ["Colour", ""])})
}
