# METADATA
# title: A legal or contractual duty names what meets it
# description: >-
#   Looked at is each entry of the register of laws and contracts: the control, document or words that say what meets
#   it, and whether the Statement of Applicability excludes a control that it relies on. It is practice: the register
#   is of use only where somebody can follow a duty to what is done about it.
# custom:
#   scope: repository
#   clause: "4.2"
#   activities: ["4.2-c"]
#   checks: ["R-LEG-1"]
#   kind: xref
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [legal, "soa?"]
#   column_absent:
#     register: legal
#     fields: [addressed_by, controls, evidence]
#     level: note
#     message: "{register} has no column for what meets a requirement"
#   fold:
#     when: most
#     field: addressed_by
#     message: "{n} of {m} duties name nothing that meets them: {ids}"
#   remedy: Name the control, document or procedure that meets the duty, or say why it does not apply.
package ismslint.rules.interested_parties.legal_duty_met

import data.ismslint.lib

_fields := ["addressed_by", "controls", "evidence"]

evidence contains lib.evidence(_legal, concat("/", ["columns", name])) if {
	name := [name | some name in _fields; some duty in _legal.entries; lib.filled(duty[name])][0]
}

findings contains lib.finding(duty, "addressed_by", sprintf("%s: nothing is named that meets it", [duty.label])) if {
	some duty in _in_force
	every name in _fields {
		not lib.filled(duty[name])
	}
}

findings contains lib.with_related(
	lib.finding(duty, "controls", sprintf(
		"%s relies on control %s, which the Statement of Applicability excludes",
		[duty.label, control.raw],
	)),
	[lib.place(excluded, "applicable", "excluded here")],
) if {
	some duty in _in_force
	some control in duty.controls.value
	excluded := _soa.entries[_soa.row[control.id]]
	excluded.applicable.value == "no"
}

_legal := input.isms.registers.legal

_soa := input.isms.registers.soa

_in_force := [duty |
	some duty in _legal.entries
	not duty.applicable.value == "no"
	not lower(duty.status.raw) in {"not yet in force", "not in force", "repealed", "expired", "planned", "noch nicht in kraft", "außer kraft"}
]
