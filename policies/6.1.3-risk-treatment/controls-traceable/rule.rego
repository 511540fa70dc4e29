# METADATA
# title: Each control that applies can be traced to a risk, a law or a requirement
# description: >-
#   Controls are chosen for risks, laws and requirements. Where the Statement of Applicability has no column for the
#   reason, the risk register, the treatment plan and the legal register are looked at for the controls that they
#   name by id. A control that none of them names may be there out of habit.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-b"]
#   checks: ["6.1.3-6", "R-SOA-5"]
#   kind: xref
#   strength: should
#   source: practice
#   level: note
#   certainty: indicates
#   small_organization: "off"
#   needs: [soa, "risks?", "treatments?", "legal?"]
#   remedy: >-
#     Name the control where it is needed, or add a column with the reason for including it.
package ismslint.rules.risk_treatment.controls_traceable

import data.ismslint.lib

evidence contains lib.evidence(input.isms.registers[kind], "columns/controls") if {
	some kind in _kinds
	_names[kind]
}

findings contains lib.finding(_soa, "columns/id", message) if {
	not _reasons
	count(_named) > 0
	loose := [control.label | some control in _soa.entries; control.applicable.value == "yes"; not _named[control.id]]
	count(loose) > 0
	message := sprintf("%s has no column for reasons, and %s by no risk, treatment or legal requirement: %s", [_soa.title, _count(loose), lib.list(loose)])
}

_soa := input.isms.registers.soa

_kinds := ["risks", "treatments", "legal"]

# With a column for it, inclusion-justified speaks.
_reasons if {
	some field in ["justification", "inclusion_reason", "reasons", "risks"]
	lib.column(_soa, field)
}

_names contains kind if {
	some kind in _kinds
	some entry in input.isms.registers[kind].entries
	lib.filled(entry.controls)
}

_named contains control.id if {
	some kind in _kinds
	some entry in input.isms.registers[kind].entries
	some control in entry.controls.value
}

_count(list) := "1 control that applies is named" if count(list) == 1

_count(list) := sprintf("%d controls that apply are named", [count(list)]) if count(list) > 1
