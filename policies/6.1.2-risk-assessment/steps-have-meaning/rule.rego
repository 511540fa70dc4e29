# METADATA
# title: Each step of the scales is explained
# description: >-
#   The clause asks for assessments whose results can be compared. That works where two people pick the same step
#   for the same event, so it is good practice to say what each step of likelihood and consequence means: how often,
#   how much money, how many customers. Looked for is a text beside each step.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-b", "6.1.2-c"]
#   checks: ["6.1.2-3", "R-CRIT-2"]
#   kind: field
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [risk_criteria]
#   remedy: Write one sentence beside each step of the scale that says when to pick it.
package ismslint.rules.risk_assessment.steps_have_meaning

import data.ismslint.lib

evidence contains lib.evidence(scale, ".") if {
	some scale in _scales
	some step in scale.steps
	step.meaning != ""
}

findings contains lib.with_related(lib.finding(empty[0], "meaning", _message(name, empty)), _others(empty)) if {
	some name, scale in _scales
	scale.meaning_column
	empty := [step | some step in scale.steps; step.meaning == ""]
	count(empty) > 0
}

# A scale without any meanings: one note for the criteria.
findings contains lib.at_most(lib.finding(_unexplained[0].scale, ".", _unexplained_message), "note") if {
	count(_unexplained) > 0
}

_scales[name] := scale if {
	input.isms.criteria.combination != "quantitative"
	some name in ["likelihood", "consequence"]
	scale := input.isms.criteria[name]
	count(scale.steps) > 0
}

_unexplained := [{"name": name, "scale": scale} |
	some name in ["likelihood", "consequence"]
	scale := _scales[name]
	not scale.meaning_column
]

_unexplained_message := sprintf("what the steps of the %s scale mean was not recognised", [_unexplained[0].name]) if {
	count(_unexplained) == 1
}

_unexplained_message := "what the steps of the likelihood and consequence scales mean was not recognised" if {
	count(_unexplained) == 2
}

_message(name, empty) := sprintf("the step %s of the %s scale has no meaning beside it", [empty[0].label, name]) if {
	count(empty) == 1
}

_message(name, empty) := sprintf("the steps %s of the %s scale have no meaning beside them", [_labels(empty), name]) if {
	count(empty) > 1
}

_labels(steps) := lib.list([step.label | some step in steps])

_others(empty) := [lib.place(step, "meaning", "no meaning here either") | some i, step in empty; i > 0]
