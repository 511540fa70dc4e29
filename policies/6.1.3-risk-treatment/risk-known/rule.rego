# METADATA
# title: A treatment treats a risk that the register has
# description: >-
#   A treatment follows from a risk. One that names by id a risk which no register and no other record of the
#   repository has is left over, or its id is mistyped. Risks named in words are left alone.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-a"]
#   checks: ["R-RT-7"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [treatments, risks]
#   column_absent:
#     register: treatments
#     fields: [risks]
#     level: quiet
#   remedy: >-
#     Correct the id, or add the risk to the register.
package ismslint.rules.risk_treatment.risk_known

import data.ismslint.lib

evidence contains lib.evidence(_plan, "columns/risks") if {
	some treatment in _plan.entries
	some ref in treatment.risks.value
	_risks.row[ref.id] >= 0
}

findings contains lib.finding(treatment, sprintf("risks/%d", [i]), message) if {
	some treatment in _plan.entries
	not treatment.status.value == "cancelled"
	some i, ref in treatment.risks.value
	_forms[lib.form(ref.id)]
	not input.isms.ids[ref.id]
	message := sprintf("%s treats %s, which %s does not have", [treatment.label, ref.id, _risks.title])
}

_plan := input.isms.registers.treatments

_risks := input.isms.registers.risks

# Only what looks like an id of the risk register is taken for one.
_forms := {lib.form(risk.id) | some risk in _risks.entries; risk.id != ""}
