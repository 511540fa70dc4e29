# METADATA
# title: A treatment is approved by the owner of its risk
# description: >-
#   The clause asks the owner of a risk to approve its treatment. Compared are only approvers and owners that the
#   roles register knows, so that a title and a name of the same person never count as two. Top management may approve
#   in the owner's place.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-f"]
#   checks: ["R-RT-3"]
#   kind: separation
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [treatments, risks, roles]
#   column_absent:
#     register: treatments
#     fields: [approved_by]
#     level: quiet
#   remedy: >-
#     Have the owner of the risk approve the treatment, or correct who owns the risk.
package ismslint.rules.risk_treatment.approver_owns_risk

import data.ismslint.lib

evidence contains lib.evidence(_plan, "columns/approved_by") if {
	some treatment in _plan.entries
	some ref in treatment.risks.value
	risk := _risks.entries[_risks.row[ref.id]]
	some key in treatment.approved_by.value.keys
	key in risk.owner.value.keys
}

findings contains lib.with_related(lib.finding(treatment, "approved_by", message), [lib.place(risk, "owner", "the owner of the risk")]) if {
	not _plan.header.approved_by.value.top
	some treatment in _plan.entries
	not treatment.approved_by.value.top
	not treatment.status.value == "cancelled"
	some ref in treatment.risks.value
	risk := _risks.entries[_risks.row[ref.id]]
	lib.differ(treatment.approved_by, risk.owner)
	message := sprintf(
		"%s was approved by %s, while %s is owned by %s",
		[treatment.label, treatment.approved_by.raw, risk.label, risk.owner.raw],
	)
}

_plan := input.isms.registers.treatments

_risks := input.isms.registers.risks
