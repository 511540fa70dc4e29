# METADATA
# title: A risk that is called treated has no treatment under way
# description: >-
#   The register of risks and the treatment plan tell of the same work. A risk that the register calls treated or
#   closed while the plan says that its treatment has not begun or is under way stands differently in two places.
#   Accepted risks, cancelled treatments, and statuses that cannot be read are left alone.
# custom:
#   scope: repository
#   clause: "8.3"
#   activities: ["8.3-a"]
#   checks: []
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [risks, treatments]
#   remedy: >-
#     Bring the two to the same state, in the place that is not up to date.
package ismslint.rules.risk_treatment_performed.risk_status_agrees

import data.ismslint.lib

evidence contains lib.evidence(_risks, "columns/status") if {
	some treatment in _plan.entries
	treatment.status.value in {"done", "closed"}
	some ref in treatment.risks.value
	_risks.entries[_risks.row[ref.id]].status.value in _over
}

findings contains lib.with_related(
	lib.finding(risk, "status", sprintf("%s is %q; its treatment %s is %q", [risk.label, risk.status.raw, treatment.label, treatment.status.raw])),
	[lib.place(treatment, "status", "the treatment")],
) if {
	some i, treatments in _under_way
	risk := _risks.entries[i]
	treatment := _plan.entries[min(treatments)]
}

_over := {"treated", "closed"}

# By risk, the treatments that are not finished.
_under_way[i] contains j if {
	some j, treatment in _plan.entries
	treatment.status.value in {"open", "in-progress"}
	not lower(treatment.status.raw) in {"approved", "accepted", "monitoring", "continuous", "ongoing", "running"}
	some ref in treatment.risks.value
	i := _risks.row[ref.id]
	_risks.entries[i].status.value in _over
	lower(_risks.entries[i].status.raw) != "transferred"
}

_risks := input.isms.registers.risks

_plan := input.isms.registers.treatments
