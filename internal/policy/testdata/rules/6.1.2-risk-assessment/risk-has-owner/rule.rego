# METADATA
# title: A risk has an owner
# description: Each risk names the person who is accountable for it.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-f", "6.1.2-d"]
#   checks: ["6.1.2-3", "R-RSK-4"]
#   kind: field
#   strength: shall
#   level: error
#   certainty: decides
#   small_organization: keep
#   source: "27003"
#   remedy: Name the owner of the risk.
#   needs: [risks]
#   column_absent:
#     register: risks
#     fields: [owner]
#     level: warning
#     message: "{register} has no column for the owner"
#   fold:
#     when: most
#     field: owner
#     message: "{n} of {m} entries of {register} have no owner: {ids}"
package ismslint.rules.risk_assessment.risk_has_owner

import data.ismslint.lib

evidence contains lib.evidence(risk, "owner") if {
	some risk in input.isms.registers.risks.entries
	lib.filled(risk.owner)
}

findings contains lib.finding(risk, "owner", sprintf("%s has no owner", [risk.id])) if {
	some risk in input.isms.registers.risks.entries
	not lib.filled(risk.owner)
}
