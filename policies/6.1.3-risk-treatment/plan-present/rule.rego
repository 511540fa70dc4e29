# METADATA
# title: There is a risk treatment plan
# description: >-
#   The clause asks to draw up a plan that says how the risks are treated. Looked for is a register or document of
#   that name, and columns for the treatment in the risk register, which do as well in a small organisation. Where
#   every open risk is accepted there is nothing to plan.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-e"]
#   checks: ["6.1.3-19"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: warning
#   level_undeclared: note
#   certainty: decides
#   small_organization: keep
#   needs: ["treatments?", "risks?"]
#   remedy: >-
#     Write down for each risk that is treated what is done, who does it and until when, in a plan or in columns of
#     the risk register.
package ismslint.rules.risk_treatment.plan_present

import data.ismslint.lib

evidence contains lib.evidence(_plan, ".") if {
	_plan.state == "present"
	_plan.decided
}

evidence contains lib.evidence(item, ".") if {
	count(_plan.entries) == 0
	some item in _items
}

evidence contains lib.evidence(_risks, concat("/", ["columns", field])) if {
	field := [field | some field in _fields; _used[field]][0]
}

findings contains lib.absence(_risks, "treatments", message) if {
	count(_plan.entries) == 0
	count(_items) == 0
	count(_used) == 0
	not _all_accepted
	message := concat("", [
		"no risk treatment plan was recognised, neither a document or register of that name ",
		"nor a column for the treatment in the risk register",
	])
}

_plan := input.isms.registers.treatments

_risks := input.isms.registers.risks

# Minutes and reports tell of a plan that is elsewhere.
_items := [item | some item in input.isms.types.treatments.items; not _records[item._path]]

_records := {document._path | some document in input.isms.documents; document.section == ""; document.kind in {"minutes", "report", "record"}}

_fields := ["treatments", "treatment_text", "due"]

_used contains field if {
	some field in _fields
	some risk in _risks.entries
	lib.filled(risk[field])
}

_all_accepted if {
	count(_risks.entries) > 0
	every risk in _risks.entries {
		_settled(risk)
	}
}

_settled(risk) if risk.status.value in {"accepted", "closed"}

_settled(risk) if risk.decision.value == "retain"

_settled(risk) if lib.filled(risk.accepted_by)
