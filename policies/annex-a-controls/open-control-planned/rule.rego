# METADATA
# title: A control that is not yet implemented has a date or a treatment
# description: >-
#   A control that applies and is planned, partly or not implemented is work to be done. It ought to have a target date,
#   or stand in the treatment plan: by its own id, by a treatment that its row names, or by a treatment of a risk that
#   its row names. Looked for only where there is a place for it: a column for the date, or a plan that names controls.
# custom:
#   scope: repository
#   clause: Annex A
#   activities: ["6.1.3-e", "6.1.3-d3"]
#   checks: []
#   kind: xref
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [soa, "treatments?"]
#   column_absent:
#     register: soa
#     fields: [implementation]
#     level: quiet
#   fold:
#     when: most
#     field: implementation
#     message: "{register}: {n} of {m} controls are not fully implemented and have neither a date nor a treatment: {ids}"
#   remedy: >-
#     Add a treatment or a target date for the control, or correct its status.
package ismslint.rules.controls.open_control_planned

import data.ismslint.lib

evidence contains lib.evidence(_soa, "columns/implementation") if {
	some control in _open
	_planned(control)
}

findings contains lib.finding(control, "implementation", message) if {
	_place
	some control in _open
	not _planned(control)
	message := sprintf("%s applies and is \"%s\"; no target date and no treatment of it was found", [control.label, control.implementation.raw])
}

_soa := input.isms.registers.soa

_open := [control |
	some control in _soa.entries
	control.applicable.value == "yes"
	control.implementation.value in {"partial", "planned", "not-implemented"}
]

# A habit, not a single date, shows that dates belong in the table.
_place if {
	some control in _soa.entries
	lib.filled(control.target_date)
}

_place if {
	some treatment in _treatments
	some control in treatment.controls.value
	_soa.row[control.id] >= 0
}

_treatments := [treatment |
	some treatment in input.isms.registers.treatments.entries
	not treatment.status.value == "cancelled"
]

_treated contains control.id if {
	some treatment in _treatments
	some control in treatment.controls.value
}

# Ids of the plan, and of the risks in it.
_plan_ids contains id if {
	some treatment in _treatments
	some id in array.concat([treatment.id], [ref.id | some ref in treatment.risks.value])
	id != ""
}

# A reason names risks that have other controls too: only treatments that do not say by which controls may mean this one.
_vague_ids contains treatment.id if {
	some treatment in _treatments
	treatment.id != ""
}

_vague_ids contains ref.id if {
	some treatment in _treatments
	not lib.filled(treatment.controls)
	some ref in treatment.risks.value
	ref.id != ""
}

_planned(control) if control.target_date.raw != ""

_planned(control) if _treated[control.id]

_planned(control) if {
	text := concat(" ", [control[field].raw | some field in _texts])
	some id in _plan_ids
	contains(text, id)
}

_planned(control) if {
	text := concat(" ", [control[field].raw | some field in ["justification", "inclusion_reason", "reasons"]])
	some id in _vague_ids
	contains(text, id)
}

_texts := ["implementation", "description", "risks", "documents", "evidence", "comment"]
