# METADATA
# title: Each control that applies has a reason
# description: >-
#   The clause asks to justify why each control is included. A sentence, a code with a legend, or the risks, laws and
#   contracts that call for the control are enough, and one sentence may justify all. A control without a reason
#   cannot be traced to the risks, and nobody knows whether it may be dropped when they change.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-d2"]
#   checks: ["6.1.3-16", "R-SOA-12"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [soa]
#   fold:
#     when: most
#     message: "{register}: {n} of {m} controls apply without a reason"
#     field: justification
#   remedy: >-
#     Name the risks, laws or contracts that call for the control, or say in a sentence why it is needed.
package ismslint.rules.risk_treatment.inclusion_justified

import data.ismslint.lib

evidence contains lib.evidence(_soa, concat("/", ["columns", field])) if {
	field := [field | some field in _fields; _says[field]][0]
}

evidence contains lib.evidence(_soa.statements["reason-all"], ".")

findings contains lib.finding(control, _columns[0], _message(control)) if {
	count(_columns) > 0
	some control in _open
}

# A column for exclusions only does not make each inclusion a finding.
findings contains lib.at_most(lib.finding(_soa, "columns", message), "warning") if {
	count(_columns) == 0
	count(_open) > 0
	not _traced
	message := sprintf("%s has no column for the reason why a control applies", [_soa.title])
}

_soa := input.isms.registers.soa

# Then controls-traceable looks for the reason there.
_traced if {
	some kind in ["risks", "treatments", "legal"]
	some entry in input.isms.registers[kind].entries
	lib.filled(entry.controls)
}

_fields := ["justification", "inclusion_reason", "reasons", "risks"]

_columns := [field | some field in _fields; lib.column(_soa, field)]

_applying := [control | some control in _soa.entries; control.applicable.value == "yes"]

_says contains field if {
	some field in _fields
	some control in _applying
	lib.filled(control[field])
}

_open := [control |
	not _soa.statements["reason-all"]
	some control in _applying
	not _reasoned(control)
]

_reasoned(control) if {
	some field in _fields
	lib.filled(control[field])
}

_message(control) := sprintf("%s applies and no reason for including it is given", [control.label]) if control[_columns[0]].raw == ""

_message(control) := sprintf("%s applies and \"%s\" gives no reason for including it", [control.label, control[_columns[0]].raw]) if {
	control[_columns[0]].raw != ""
}
