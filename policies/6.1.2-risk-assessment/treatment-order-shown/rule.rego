# METADATA
# title: The order in which risks are treated shows
# description: >-
#   The clause asks to rank the risks for treatment. Looked for is anything in the register that gives an order: a
#   level, a score or a priority, before controls, as it is or residual, or criteria that give a level for likelihood
#   and consequence.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-j"]
#   checks: ["6.1.2-9"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: "off"
#   needs: [risks]
#   remedy: Add a column with the level, a score or a priority to the register.
package ismslint.rules.risk_assessment.treatment_order_shown

import data.ismslint.lib

evidence contains lib.evidence(_risks, sprintf("columns/%s", [name])) if some name in _ranking

findings contains lib.finding(_risks, "columns", _message) if {
	count(_risks.entries) > 0
	count(_ranking) == 0
	not input.isms.criteria.complete
}

_message := "nothing in the risk register shows in which order risks are treated: no level, score or priority is filled in"

_risks := input.isms.registers.risks

_ranking contains name if {
	some name in [
		"priority", "level", "score", "inherent_level", "inherent_score", "residual_level", "residual_score",
	]
	some risk in _risks.entries
	lib.filled(risk[name])
}
