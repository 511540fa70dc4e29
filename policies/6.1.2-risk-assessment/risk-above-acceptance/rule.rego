# METADATA
# title: A risk above acceptance is treated, or its acceptance is recorded
# description: >-
#   The clause asks to compare the level of each risk with the acceptance criteria. Where the organisation's own
#   criteria say that a level is not acceptable, the risk needs an option, a measure, a control or a treatment, in
#   any column or in the treatment plan, or an acceptance on record. With none of them nothing shows what follows
#   from the comparison.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-i", "6.1.3-a"]
#   checks: ["6.1.2-8", "R-RSK-1"]
#   kind: consistency
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [risks, "risk_criteria?", "treatments?"]
#   remedy: >-
#     Record how the risk is treated, in the register or in the treatment plan, or who accepted it, when and why.
package ismslint.rules.risk_assessment.risk_above_acceptance

import data.ismslint.lib

# A risk whose level the criteria know was compared with them.
evidence contains lib.concerning(lib.evidence(_register, "columns/level"), ["6.1.2-i"]) if {
	some risk in _register.entries
	_rule(risk).acceptance != ""
}

# Without acceptance rules a decision shows that there was a comparison, not with what.
evidence contains lib.indicated(lib.concerning(lib.evidence(_register, "columns/decision"), ["6.1.2-i"])) if {
	not input.isms.criteria.acceptance_known
	some risk in _register.entries
	lib.filled(risk.decision)
}

findings contains lib.with_related(lib.finding(risk, "treatments", _message(risk)), [_where(risk)]) if {
	not _plan_elsewhere
	some risk in _register.entries
	_rule(risk).acceptance == "treat"
	not _settled_by_status(risk)
	not _accepted_after_controls(risk)
	not _answered(risk)
	not _planned[risk.id]
}

_register := input.isms.registers.risks

_levels := input.isms.criteria.levels

# The level of the criteria that a risk is on.
_rule(risk) := _levels.steps[_levels.index[risk[_shown(risk)].value.step]]

# The level as it is, else the one before controls.
_shown(risk) := "level" if {
	lib.filled(risk.level)
} else := "inherent_level"

# New risks are not yet compared, closed ones no longer; the others say that they were dealt with.
_settled_by_status(risk) if risk.status.value in {"identified", "draft", "closed", "accepted", "treated"}

# Where the register has no place for a treatment, its status is all that can say so.
_settled_by_status(risk) if {
	risk.status.value == "in-treatment"
	every name in _answers {
		not lib.column(_register, name)
	}
}

# A level before controls is no reason to act where the level after them is accepted.
_accepted_after_controls(risk) if {
	residual := _levels.steps[_levels.index[risk.residual_level.value.step]]
	residual.acceptance == "accept"
}

# Any column that says what is done counts: real registers use many.
_answers := ["decision", "treatments", "treatment_text", "controls", "accepted_by", "accepted_on", "existing_controls"]

_answered(risk) if {
	some name in _answers
	lib.filled(risk[name])
}

_planned contains id if {
	some treatment in input.isms.registers.treatments.entries
	some ref in treatment.risks.value
	some id in [ref.id, ref.raw]
}

# A control that says which risks it treats is a treatment of them.
_planned contains id if {
	some control in input.isms.registers.soa.entries
	some ref in control.risks.value
	some id in [ref.id, ref.raw]
}

# A plan that is not here, points elsewhere, or does not say which risks it treats.
_plan_elsewhere if input.isms.organization.outside.treatments

_plan_elsewhere if {
	some other in input.isms.types.treatments.others
	other.points != ""
}

_plan_elsewhere if {
	some item in input.isms.types.treatments.items
	item.points != ""
}

_plan_elsewhere if {
	plan := input.isms.registers.treatments
	count(plan.entries) > 0
	not lib.column(plan, "risks")
}

_message(risk) := sprintf(
	"%s is %s, which the criteria do not accept, and neither a treatment nor an acceptance is recorded for it",
	[risk.label, risk[_shown(risk)].raw],
)

_where(risk) := lib.place(_rule(risk), "acceptance", sprintf("the rule for this level: %s", [_rule(risk).acceptance_raw]))
