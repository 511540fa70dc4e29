# METADATA
# title: No risk is higher after its treatment than before
# description: >-
#   A treatment lowers a risk or leaves it as it is, unless the option is to take or raise it for an opportunity. A
#   level after treatment above the one before is nearly always a slip. Only levels whose order is known are compared.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-f"]
#   checks: ["6.1.3-20", "R-RSK-10"]
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [risks, "treatments?"]
#   column_absent:
#     register: risks
#     fields: [residual_level]
#     level: quiet
#   remedy: >-
#     Correct one of the two levels, or record that the risk is taken on purpose.
package ismslint.rules.risk_treatment.residual_not_above

import data.ismslint.lib

evidence contains lib.evidence(_risks, "columns/residual_level") if {
	some risk in _risks.entries
	risk.residual_level.value.rank > 0
}

findings contains lib.finding(risk, "residual_level", message) if {
	some risk in _risks.entries
	field := _before(risk)
	risk.residual_level.value.rank > risk[field].value.rank
	risk[field].value.rank > 0
	not _taken(risk)
	message := sprintf(
		"%s: what remains is %s, above %s before treatment",
		[risk.label, risk.residual_level.raw, risk[field].raw],
	)
}

_risks := input.isms.registers.risks

# Where the register has both, the level without a prefix may be the current one, after some treatment.
_before(risk) := "inherent_level" if {
	lib.filled(risk.inherent_level)
} else := "level"

_taken(risk) if risk.decision.value == "take-or-increase"

_taken(risk) if {
	some treatment in input.isms.registers.treatments.entries
	treatment.option.value == "take-or-increase"
	some ref in treatment.risks.value
	ref.id == risk.id
}
