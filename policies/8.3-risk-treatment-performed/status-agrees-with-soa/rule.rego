# METADATA
# title: The plan and the Statement of Applicability say the same of a control
# description: >-
#   The clause asks to carry out the plan, and the Statement of Applicability says which controls are implemented.
#   Opposite ends are reported only: a treatment that is done while a control of it is planned or not implemented,
#   and a treatment that has not begun while all its controls are implemented. Nothing is said of partial states, and
#   of a control that another open treatment serves as well.
# custom:
#   scope: repository
#   clause: "8.3"
#   activities: ["8.3-a", "6.1.3-d3"]
#   checks: ["8.3-3", R-RT-5]
#   kind: consistency
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [treatments, soa]
#   remedy: >-
#     Bring the two to the same state, in the place that is not up to date.
package ismslint.rules.risk_treatment_performed.status_agrees_with_soa

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_plan, "columns/status"), ["8.3-a"]) if {
	some treatment in _plan.entries
	treatment.status.value in {"done", "closed"}
	some control in treatment.controls.value
	_soa.entries[_soa.row[control.id]].implementation.value == "implemented"
}

findings contains lib.with_related(lib.finding(treatment, "status", message), places) if {
	some treatment in _plan.entries
	_done(treatment)
	rows := [row |
		some control in treatment.controls.value
		row := _soa.entries[_soa.row[control.id]]
		row.implementation.value in {"planned", "not-implemented"}
		not _served[control.id]
	]
	count(rows) > 0
	message := _message(treatment, rows)
	places := [lib.place(row, "implementation", row.implementation.raw) | some row in rows]
}

findings contains lib.with_related(lib.finding(treatment, "status", message), places) if {
	some treatment in _plan.entries
	_waiting(treatment)
	rows := [_soa.entries[_soa.row[control.id]] | some control in treatment.controls.value]
	count(rows) == count(treatment.controls.value)
	count(rows) > 0
	every row in rows {
		row.implementation.value == "implemented"
		not _carried[row.id]
	}
	message := _message(treatment, rows)
	places := [lib.place(row, "implementation", row.implementation.raw) | some row in rows]
}

_plan := input.isms.registers.treatments

_soa := input.isms.registers.soa

_done(treatment) if {
	treatment.status.value in {"done", "closed"}
	not treatment.option.value in {"retain", "avoid"}
}

# Not begun, by its own words: "accepted" and "approved" tell nothing of that.
_waiting(treatment) if {
	treatment.status.value == "open"
	not lower(treatment.status.raw) in {"accepted", "approved", "akzeptiert", "genehmigt", "due"}
	not lib.filled(treatment.done_on)
	not lib.filled(treatment.progress)
}

# Controls that an open treatment serves, and those that one which was begun does.
_served contains control.id if {
	some treatment in _plan.entries
	lib.open(treatment)
	some control in treatment.controls.value
}

_carried contains control.id if {
	some treatment in _plan.entries
	not treatment.status.value == "open"
	some control in treatment.controls.value
}

_message(treatment, rows) := sprintf("%s is \"%s\"; %s says %s", [
	_called(treatment), treatment.status.raw, _soa.title,
	lib.list([sprintf("%s is \"%s\"", [row.label, row.implementation.raw]) | some row in rows]),
])

_called(treatment) := treatment.label if treatment.id != ""

_called(treatment) := sprintf("the treatment of %s", [treatment.risks.raw]) if treatment.id == ""
