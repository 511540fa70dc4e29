# METADATA
# title: A change of the ISMS that a nonconformity asks for is named
# description: >-
#   The clause asks to change the management system if that is needed. Where an entry says that it is, it names
#   the change, in words or by a reference, and a reference to a file leads somewhere.
# custom:
#   scope: repository
#   clause: "10.1"
#   activities: ["10.1-f"]
#   checks: ["10.1-6"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [nonconformities]
#   column_absent:
#     register: nonconformities
#     fields: [isms_change]
#     level: quiet
#   remedy: >-
#     Name the document, process or entry of the change register that changes, or write "none".
package ismslint.rules.nonconformity.isms_change_named

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/isms_change") if {
	some entry in lib.nonconformities
	lib.filled(entry.isms_change)
}

findings contains lib.finding(entry, "isms_change", message) if {
	some entry in lib.nonconformities
	lower(entry.isms_change.raw) in {"yes", "y", "required", "needed", "ja", "erforderlich", "nötig"}
	message := sprintf("%s asks for a change of the ISMS (\"%s\"), and nothing is named", [entry.label, entry.isms_change.raw])
}

# An id of the same form as those of the change register that is not there.
findings contains lib.finding(entry, "isms_change", message) if {
	some entry in lib.nonconformities
	some id, mention in entry.mentions
	mention._pos["."] == entry._pos.isms_change
	_forms[lib.form(id)]
	not input.isms.ids[id]
	message := sprintf("%s asks for a change of the ISMS, and %s does not exist", [entry.label, id])
}

_register := input.isms.registers.nonconformities

_forms contains lib.form(change.id) if {
	some change in input.isms.registers.changes.entries
	change.id != ""
}
