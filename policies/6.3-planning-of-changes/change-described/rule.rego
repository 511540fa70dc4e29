# METADATA
# title: Planned changes to the ISMS say why, with what effect and who is responsible
# description: >-
#   It is good practice to note for each change to the ISMS its purpose, what may follow from it, and who is
#   responsible. Looked at are the columns that the change register has. An organisation of fewer than ten persons is
#   asked for purpose and person only.
# custom:
#   scope: repository
#   clause: "6.3"
#   activities: ["6.3-a"]
#   checks: ["6.3-2"]
#   kind: field
#   strength: should
#   source: practice
#   level: note
#   levels:
#     "2013": "off"
#   certainty: decides
#   small_organization: relax
#   needs: [changes]
#   column_absent:
#     register: changes
#     fields: [purpose, consequences, owner]
#     level: quiet
#   remedy: >-
#     Fill in the cell for the changes named, in a sentence each.
package ismslint.rules.planning_of_changes.change_described

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in _fields
	some change in _register.entries
	lib.filled(change[field])
}

findings contains lib.with_related(lib.finding(empty[0], field, message), places) if {
	some field in _fields
	lib.column(_register, field)
	empty := [change | some change in _register.entries; _of_isms(change); lib.blank(change[field])]
	count(empty) > 0
	message := sprintf("%s is empty for: %s", [_named[field], lib.ids(empty)])
	places := [lib.place(change, field, "empty here as well") | some i, change in empty; i > 0]
}

_register := input.isms.registers.changes

_fields := ["purpose", "owner"] if {
	input.isms.organization.small
} else := ["purpose", "consequences", "owner"]

_named := {"purpose": "the purpose", "consequences": "what follows", "owner": "the person responsible"}

# Where the register says what kind of change it is, others than those of the ISMS are left to 8.1.
_of_isms(change) if {
	not change.planned.value == "no"
	not change.status.value == "cancelled"
	_kind(change)
}

_kind(change) if lower(change.change_kind.raw) in {"isms", "scope", "management system", "managementsystem", "geltungsbereich"}

_kind(change) if change.change_kind.raw == ""
