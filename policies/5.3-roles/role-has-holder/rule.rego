# METADATA
# title: A role that owns or approves something has a holder
# description: >-
#   Responsibilities are assigned when somebody holds the role. Looked at are roles of the register that other
#   registers or documents name as owner, approver or assignee and whose holder is empty. A register that names no holders at
#   all keeps them elsewhere, and groups such as all staff need none.
# custom:
#   scope: repository
#   clause: "5.3"
#   activities: ["5.3-a"]
#   checks: ["5.3-2", "R-ROLE-2"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [roles]
#   column_absent:
#     register: roles
#     fields: [holders]
#     level: quiet
#   remedy: Name who holds the role, or give what it owns to a role that has a holder.
package ismslint.rules.roles.role_has_holder

import data.ismslint.lib

evidence contains lib.evidence(_roles, "columns/holders") if _some_held

findings contains lib.finding(role, "holders", message) if {
	some role in _vacant
	uses := [path | some [path, key] in _uses; role.id in input.isms.people[key].ids]
	count(uses) > 0
	message := _message(role, count(uses))
}

_roles := input.isms.registers.roles

_some_held if {
	some role in _roles.entries
	lib.filled(role.holders)
}

_vacant := [role |
	_some_held
	some role in _roles.entries
	role.id != ""
	lib.filled(role.role)
	not lib.filled(role.holders)
	not lower(role.role.raw) in _groups
	not role.status.value in {"closed", "cancelled"}
	not _ended(role)
]

_ended(role) if role.until.value.age > 0

_groups := {
	"all staff", "staff", "all employees", "employees", "everybody", "everyone", "users", "all users", "management", "managers",
	"line managers", "contractors", "alle mitarbeitenden", "alle mitarbeiter", "mitarbeiter", "mitarbeitende", "nutzer", "führungskräfte",
}

_fields := ["owner", "approved_by", "accepted_by", "decided_by", "verified_by", "who", "measure_by", "evaluate_by"]

_uses contains [[entry._path, entry._subject], key] if {
	count(_vacant) > 0
	some kind, register in input.isms.registers
	kind != "roles"
	some entry in register.entries
	some name in _fields
	some key in entry[name].value.keys
}

_uses contains [[document._path, ""], key] if {
	count(_vacant) > 0
	some document in input.isms.documents
	some name in ["owner", "approved_by"]
	some key in document.metadata[name].value.keys
}

_message(role, n) := sprintf("%s owns or approves %d items and has no holder", [role.label, n]) if n > 1

_message(role, n) := sprintf("%s owns or approves one item and has no holder", [role.label]) if n == 1
