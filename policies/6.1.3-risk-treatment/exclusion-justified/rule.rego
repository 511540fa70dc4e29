# METADATA
# title: Each control that is left out has a reason
# description: >-
#   The clause asks to justify every control of Annex A that is left out. Looked for is a reason in any column of
#   the row, in its group, in a second table or a text on exclusions. A phrase that says nothing, such as "n/a", is
#   none. Whether the reason convinces is for a reader to judge.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-d4"]
#   checks: ["6.1.3-3", "R-SOA-2"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [soa]
#   remedy: >-
#     Say in one sentence why the control is not needed, such as "no offices of our own".
package ismslint.rules.risk_treatment.exclusion_justified

import data.ismslint.lib

evidence contains lib.evidence(control, _column) if {
	control := [control | some control in _excluded; _reasoned[control.id]][0]
}

# Nothing is left out.
evidence contains lib.evidence(_soa, "columns/applicable") if {
	count(_excluded) == 0
	count(_decided) * 4 >= count(_controls) * 3
	count(_controls) > 0
}

evidence contains lib.evidence(_soa.statements.exclusions, ".") if count(_excluded) == 0

findings contains lib.finding(control, _column, _message(control)) if {
	_has_column
	some control in _unreasoned
}

# Without a column for it there is one thing to do, not one a row.
findings contains lib.finding(_soa, "columns", message) if {
	not _has_column
	count(_unreasoned) > 0
	message := sprintf("%s has no column for the reason of an exclusion, and excludes %s", [_soa.title, lib.list([control.label | some control in _unreasoned])])
}

_soa := input.isms.registers.soa

_excluded := [control | some control in _soa.entries; control.applicable.value == "no"]

_unreasoned := [control | some control in _excluded; not _reasoned[control.id]]

# A control may have its reason in another row of the same document.
_reasoned contains control.id if {
	some control in _excluded
	some field in _fields
	lib.filled(control[field])
}

# A description is a reason only beside a title: else it is the title.
_fields := {"justification", "exclusion_reason", "inclusion_reason", "reasons", "comment"} | {"description" | lib.column(_soa, "title")}

_has_column if {
	some field in ["justification", "exclusion_reason", "inclusion_reason", "reasons"]
	lib.column(_soa, field)
}

_column := "exclusion_reason" if {
	lib.column(_soa, "exclusion_reason")
} else := "justification"

_message(control) := sprintf("%s is excluded and no reason is given", [control.label]) if control[_column].raw == ""

_message(control) := sprintf("%s is excluded and \"%s\" gives no reason", [control.label, control[_column].raw]) if control[_column].raw != ""

_decided contains control.id if {
	some control in _soa.entries
	lib.filled(control.applicable)
}

_controls := object.get(data.catalogue.controls, _soa.edition, {})
