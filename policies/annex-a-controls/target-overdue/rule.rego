# METADATA
# title: Controls are implemented by their target date
# description: >-
#   Where the Statement of Applicability gives a control a target date, and the date has passed while the control is
#   still planned, partly or not implemented, either the work is late or the Statement is not up to date. A month or
#   quarter has passed only when it has ended. Where a treatment of the control is overdue, that is reported there.
# custom:
#   scope: repository
#   clause: Annex A
#   activities: ["6.1.3-d3", "8.3-a"]
#   checks: []
#   kind: freshness
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [soa, "treatments?"]
#   column_absent:
#     register: soa
#     fields: [target_date]
#     level: quiet
#   remedy: >-
#     Bring the status up to date, or set a new date and say why.
package ismslint.rules.controls.target_overdue

import data.ismslint.lib

evidence contains lib.evidence(_soa, "columns/target_date") if {
	some control in _soa.entries
	lib.filled(control.target_date)
}

findings contains lib.finding(control, "target_date", message) if {
	some control in _soa.entries
	control.applicable.value != "no"
	control.implementation.value in {"partial", "planned", "not-implemented"}
	control.target_date.value.until < input.isms.as_of
	not _late[control.id]
	message := sprintf("%s was to be implemented by %s; its status is \"%s\"", [control.label, control.target_date.raw, control.implementation.raw])
}

_soa := input.isms.registers.soa

_late contains control.id if {
	some treatment in input.isms.registers.treatments.entries
	lib.overdue(treatment)
	some control in treatment.controls.value
}
