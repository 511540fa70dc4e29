package ismslint.rules.risk_assessment.steps_have_meaning_test

import data.ismslint.rules.risk_assessment.steps_have_meaning as rule

_model(text) := isms.parse({"registers/risk-criteria.yaml": text})

_consequence := "consequence: [{step: 1, label: minor, meaning: Noticed by few}, {step: 2, label: severe, meaning: Customers leave}]\n"

test_all if {
	model := _model(concat("", ["likelihood: [{step: 1, meaning: rarely}, {step: 2, meaning: each year}]\n", _consequence]))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 2 with input as model
}

test_one_step if {
	found := rule.findings with input as _model(concat("", [
		"likelihood:\n  - {step: 1, label: rare, meaning: Once in ten years}\n  - {step: 2, label: likely}\n",
		_consequence,
	]))
	some finding in found
	finding.message == "the step likely of the likelihood scale has no meaning beside it"
	startswith(finding.pos, "3:")
}

test_two_steps if {
	found := rule.findings with input as _model(concat("", [
		"likelihood:\n  - {step: 1, label: rare, meaning: \"-\"}\n  - {step: 2, label: possible, meaning: TBD}\n  - {step: 3, label: likely, meaning: Each year}\n",
		_consequence,
	]))
	some finding in found
	finding.message == "the steps rare, possible of the likelihood scale have no meaning beside them"
	count(finding.related) == 1
}

test_by_dimension if {
	count(rule.findings) == 0 with input as _model(concat("", [
		"likelihood: [{step: 1, label: rare, meaning: {money: \"\", people: few}}, {step: 2, label: likely, meaning: {money: much}}]\n",
		_consequence,
	]))
}

test_one_scale_unexplained if {
	found := rule.findings with input as _model(concat("", ["likelihood: [{step: 1, label: rare}, {step: 2, label: likely}]\n", _consequence]))
	some finding in found
	finding.at_most == "note"
	finding.message == "what the steps of the likelihood scale mean was not recognised"
}

test_none_explained if {
	found := rule.findings with input as _model("likelihood: [{step: 1}, {step: 2}]\nconsequence: [{step: 1}, {step: 2}]\n")
	count(found) == 1
	some finding in found
	finding.message == "what the steps of the likelihood and consequence scales mean was not recognised"
}

test_quantitative if {
	count(rule.findings) == 0 with input as _model("combination: quantitative\nlikelihood: [{step: 1}, {step: 2}]\n")
}
