# METADATA
# title: Each level of risk has an acceptance rule
# description: >-
#   The clause asks to fix when a risk is acceptable. Looked for is a rule beside each level of risk, where levels
#   and rules are kept as data or stand in one table. A level without a rule leaves it to the day what happens with
#   the risks on it. A table of levels that has no column for acceptance is left to another rule.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-a"]
#   checks: ["6.1.2-2", "R-CRIT-1"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [risk_criteria]
#   remedy: Say for each level whether risks on it are accepted, accepted under conditions, or treated.
package ismslint.rules.risk_assessment.levels_have_acceptance_rule

import data.ismslint.lib

evidence contains lib.evidence(_levels, ".") if {
	some step in _levels.steps
	step.acceptance_raw != ""
}

findings contains lib.with_related(lib.finding(_without[0], "acceptance", _message), _others) if count(_without) > 0

_levels := input.isms.criteria.levels

_without := [step |
	input.isms.criteria.acceptance_column
	some step in _levels.steps
	step.acceptance_raw == ""
]

_others := [lib.place(step, "acceptance", "no rule here either") | some i, step in _without; i > 0]

_message := sprintf("the level %s has no acceptance rule", [_without[0].label]) if count(_without) == 1

_message := sprintf("the levels %s have no acceptance rule", [lib.list([step.label | some step in _without])]) if {
	count(_without) > 1
}
