# METADATA
# title: Treatments are carried out by their date
# description: >-
#   The clause asks to carry out the risk treatment plan. Each open treatment is held against its own date, in the
#   plan or, where the risk register holds the plan, there. A quarter or a year has passed only when it has ended.
#   Risks that are retained or avoided have nothing to carry out.
# custom:
#   scope: repository
#   clause: "8.3"
#   activities: ["8.3-a", "8.1-b"]
#   checks: ["8.3-1", R-RT-4]
#   kind: freshness
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["treatments?", "risks?"]
#   remedy: >-
#     Record that the treatment was done, or the new date and who agreed to it.
package ismslint.rules.risk_treatment_performed.treatment_overdue

import data.ismslint.lib

evidence contains lib.evidence(_plan, concat("/", ["columns", field])) if {
	some field in ["status", "done_on", "progress"]
	some treatment in _plan.entries
	treatment.status.value in {"in-progress", "done", "closed"}
	lib.filled(treatment[field])
}

evidence contains lib.indicated(lib.evidence(_risks, "columns/status")) if {
	some risk in _risks.entries
	risk.status.value in {"in-treatment", "treated"}
}

findings contains lib.finding(treatment, "due", message) if {
	lib.tells_progress(_plan)
	some treatment in _plan.entries
	lib.overdue(treatment)
	not treatment.option.value in {"retain", "avoid"}
	not lower(treatment.status.raw) in {"accepted", "akzeptiert"}
	not lib.filled(treatment.verified_on)
	message := sprintf("%s was due %s; %s", [_called(treatment), treatment.due.raw, lib.standing(treatment)])
}

# The risk register as the plan. What the plan itself says of a risk is said above.
findings contains lib.finding(risk, "due", message) if {
	some risk in _risks.entries
	risk.due.value.until < input.isms.as_of
	risk.status.value in {"identified", "assessed", "in-treatment"}
	not risk.decision.value in {"retain", "avoid"}
	not _planned[risk.id]
	message := sprintf("the treatment of %s was due %s; %s", [risk.label, risk.due.raw, lib.standing(risk)])
}

_plan := input.isms.registers.treatments

_risks := input.isms.registers.risks

_planned contains id if {
	some treatment in _plan.entries
	some ref in treatment.risks.value
	some id in [ref.id, ref.raw]
}

_called(treatment) := treatment.label if treatment.id != ""

_called(treatment) := sprintf("the treatment of %s", [treatment.risks.raw]) if {
	treatment.id == ""
	treatment.risks.raw != ""
}

_called(treatment) := treatment.label if {
	treatment.id == ""
	treatment.risks.raw == ""
}
