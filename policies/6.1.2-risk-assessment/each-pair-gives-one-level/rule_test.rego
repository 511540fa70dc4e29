package ismslint.rules.risk_assessment.each_pair_gives_one_level_test

import data.ismslint.rules.risk_assessment.each_pair_gives_one_level as rule

_scales := "likelihood: [{step: 1, label: rare}, {step: 2, label: likely}]\nconsequence: [{step: 1, label: minor}, {step: 2, label: severe}]\n"

_model(rest) := isms.parse({"registers/risk-criteria.yaml": concat("", [_scales, rest])})

_levels := "levels: [{label: low}, {label: high}]\n"

test_complete if {
	model := _model(concat("", [_levels, "matrix: {rare: {minor: low, severe: low}, likely: {minor: low, severe: high}}\n"]))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_hole if {
	model := _model(concat("", [_levels, "matrix:\n  rare: {minor: low, severe: low}\n  likely: {minor: low}\n"]))
	found := rule.findings with input as model
	some finding in found
	finding.message == "likelihood likely and consequence severe give no level"
	finding.path == "registers/risk-criteria.yaml"
	count(rule.evidence) == 0 with input as model
}

test_unknown_level if {
	found := rule.findings with input as _model(concat("", [_levels, "matrix:\n  rare: {minor: low, severe: low}\n  likely: {minor: low, severe: purple}\n"]))
	some finding in found
	startswith(finding.pos, "6:")
}

test_two_levels if {
	found := rule.findings with input as _model(concat("", [_levels, `matrix:
  - {likelihood: rare, consequence: minor, level: low}
  - {likelihood: rare, consequence: severe, level: low}
  - {likelihood: likely, consequence: minor, level: low}
  - {likelihood: likely, consequence: severe, level: high}
  - {likelihood: likely, consequence: severe, level: low}
`]))
	some finding in found
	finding.message == "likelihood likely and consequence severe give high and low"
}

test_ranges if {
	count(rule.findings) == 0 with input as _model("combination: product\nlevels: [{label: low, range: 1-2}, {label: high, range: 4-9}]\n")
	overlap := rule.findings with input as _model("combination: product\nlevels: [{label: low, range: 1-2}, {label: high, range: 2-4}]\n")
	some finding in overlap
	finding.message == "likelihood rare and consequence severe give low and high; so 2 pairs have no level of their own"
	count(finding.related) == 1
	holes := rule.findings with input as _model("combination: sum\nlevels: [{label: low, range: 1-2}, {label: high, range: 4-9}]\n")
	some hole in holes
	contains(hole.message, "give no level")
}

test_not_comparable if {
	every rest in [
		"combination: product\nlevels: [{label: low}, {label: high}]\n",
		"levels: [{label: low}, {label: high}]\nmatrix: {seldom: {minor: low, severe: low}, likely: {minor: low}}\n",
		"levels: [{label: low}, {label: high}]\n",
	] {
		count(rule.findings) == 0 with input as _model(rest)
	}
}
