# METADATA
# title: A treatment reported done shows a result
# description: >-
#   The clause asks to keep the results of the risk treatment. A treatment that is reported done shows any of them: a
#   date, evidence, a result or remark, the level that remains, or an acceptance, in the plan or in the risk
#   register. A plan that has no place for any of them gives one note.
# custom:
#   scope: repository
#   clause: "8.3"
#   activities: ["8.3-b"]
#   checks: ["8.3-2", R-RT-6]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [treatments, "risks?"]
#   fold:
#     when: most
#     message: "{register}: {n} of {m} treatments are reported done without a date, evidence or level that shows the result"
#     field: status
#   remedy: >-
#     Record when the treatment was finished, where that can be seen, or which level remains.
package ismslint.rules.risk_treatment_performed.result_shown

import data.ismslint.lib

evidence contains lib.evidence(_plan, concat("/", ["columns", field])) if {
	some field in ["done_on", "evidence", "result", "verified_on", "residual_level"]
	some treatment in _plan.entries
	_finished(treatment)
	lib.filled(treatment[field])
}

findings contains lib.finding(treatment, "status", message) if {
	count(_columns) > 0
	some treatment in _bare
	message := sprintf("%s is reported \"%s\"; no date, evidence or level shows the result", [_called(treatment), treatment.status.raw])
}

findings contains lib.at_most(lib.finding(_plan, "columns", message), "note") if {
	count(_columns) == 0
	count(_bare) > 0
	message := sprintf("%s has no column that shows the result of a finished treatment", [_plan.title])
}

_plan := input.isms.registers.treatments

_risks := input.isms.registers.risks

_fields := [
	"done_on", "evidence", "result", "comment", "progress", "verified_on", "verified_by",
	"residual_level", "approved_by", "approved_on",
]

_columns := [field | some field in _fields; lib.column(_plan, field)]

_bare := [treatment |
	some treatment in _plan.entries
	_finished(treatment)
	every field in _fields {
		lib.blank(treatment[field])
	}
	not _in_register(treatment)
]

_finished(treatment) if treatment.status.value in {"done", "closed"}

_in_register(treatment) if {
	some ref in treatment.risks.value
	some field in ["residual_level", "residual_score", "accepted_by", "accepted_on"]
	lib.filled(_risks.entries[_risks.row[ref.id]][field])
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
