# METADATA
# title: Likelihood and consequence are steps of the scale
# description: >-
#   The clause asks to judge the consequences of each risk and how likely it is, by the organisation's own criteria.
#   Looked for is a value of the scale in force, as number, as word or both, in each assessed open risk. A value off
#   the scale means that the risk was rated by something else than the criteria.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-f", "6.1.2-g", "8.2-c"]
#   checks: ["6.1.2-4", "R-RSK-3"]
#   kind: enum
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [risks, "risk_criteria?"]
#   fold:
#     when: most
#     field: likelihood
#     message: "likelihood or consequence of {n} of {m} risks is not on the scale of the risk criteria: {ids}"
#   remedy: Rate the risk with a step of the scale, or add the step to the risk criteria.
package ismslint.rules.risk_assessment.values_on_scale

import data.ismslint.lib

# That they are judged shows without criteria, too.
evidence contains lib.concerning(lib.evidence(_risks, sprintf("columns/%s", [name])), activities) if {
	some name, activities in {
		"likelihood": ["6.1.2-g", "8.2-c"],
		"inherent_likelihood": ["6.1.2-g", "8.2-c"],
		"consequence": ["6.1.2-f", "8.2-c"],
		"inherent_consequence": ["6.1.2-f", "8.2-c"],
	}
	some risk in _risks.entries
	lib.filled(risk[name])
}

findings contains lib.finding(risk, name, message) if {
	some risk in _risks.entries
	not risk.status.value in {"draft", "closed"}
	some name, what in _values
	scale := _scale[what.scale]
	lib.filled(risk[name])
	risk[name].value.step == ""
	message := sprintf("%s: %s \"%s\" is not a step of the scale (%s)", [risk.label, what.text, risk[name].raw, _steps(scale)])
}

# What a treatment is to lead to.
findings contains lib.finding(treatment, "expected_residual", message) if {
	levels := input.isms.criteria.levels
	count(levels.steps) > 1
	some treatment in input.isms.registers.treatments.entries
	lib.filled(treatment.expected_residual)
	treatment.expected_residual.value.step == ""
	is_null(treatment.expected_residual.value.number)
	message := sprintf("%s: expected residual level \"%s\" is not a level of the criteria (%s)", [
		treatment.label, treatment.expected_residual.raw, _steps(levels),
	])
}

# A risk that counts as assessed has both values.
findings contains lib.finding(risk, name, sprintf("%s is %s and has no %s", [risk.label, risk.status.raw, name])) if {
	some risk in _risks.entries
	risk.status.value in {"assessed", "in-treatment", "treated", "accepted"}
	some name in ["likelihood", "consequence"]
	_scale[name]
	lib.column(_risks, name)
	not lib.filled(risk[name])
	not _rated_before_controls(risk, name)
}

_rated_before_controls(risk, name) if lib.filled(risk[sprintf("inherent_%s", [name])])

_risks := input.isms.registers.risks

_values := {
	"likelihood": {"scale": "likelihood", "text": "likelihood"},
	"inherent_likelihood": {"scale": "likelihood", "text": "likelihood before controls"},
	"residual_likelihood": {"scale": "likelihood", "text": "residual likelihood"},
	"consequence": {"scale": "consequence", "text": "consequence"},
	"inherent_consequence": {"scale": "consequence", "text": "consequence before controls"},
	"residual_consequence": {"scale": "consequence", "text": "residual consequence"},
}

_scale[name] := scale if {
	input.isms.criteria.combination != "quantitative"
	some name in ["likelihood", "consequence"]
	scale := input.isms.criteria[name]
	count(scale.steps) > 1
}

_steps(scale) := lib.list([step.label | some step in scale.steps])
