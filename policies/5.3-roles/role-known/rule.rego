# METADATA
# title: An owner or approver written as an id is in the register of roles
# description: >-
#   Where the register of roles gives roles and persons ids, and a register or document names an owner, approver or
#   assignee in that form, the id ought to be there: one that is not points at somebody who left or at a slip of the pen.
#   Titles, teams and names are left alone. It is practice.
# custom:
#   scope: repository
#   clause: "5.3"
#   activities: ["5.3-a"]
#   checks: ["5.3-3", "R-ROLE-6"]
#   kind: xref
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [roles]
#   remedy: Correct the id, or add the role or person to the register of roles.
package ismslint.rules.roles.role_known

import data.ismslint.lib

evidence contains lib.evidence(_roles, "columns/id") if {
	some person in input.isms.people
	person.like_id
	count(person.ids) > 0
}

findings contains lib.with_related(
	lib.finding(uses[0].thing, uses[0].field, _message(key, count(uses))),
	[lib.place(use.thing, use.field, "and here") | some i, use in uses; i in {1, 2, 3, 4, 5}],
) if {
	some key in _unknown
	uses := [use | some use in _uses; use.key == key]
}

_roles := input.isms.registers.roles

_unknown contains key if {
	some key, person in input.isms.people
	person.like_id
	count(person.ids) == 0
}

# Where persons have a list of their own, a holder is in it.
_unknown contains key if {
	some key, person in input.isms.people
	person.like_id
	count(person.ids) > 0
	not input.isms.ids[person.name]
	count([entry | some entry in _roles.entries; lib.form(entry.id) == lib.form(person.name); entry.role.raw == ""]) >= 2
}

_fields := [
	"owner", "approved_by", "accepted_by", "assessed_by", "decided_by", "verified_by", "evaluated_by", "measure_by", "evaluate_by",
	"who", "chair", "participants", "lead_auditor", "auditors", "raised_by", "reported_by", "holders", "deputy", "assigned_by", "reports_to",
]

_uses := array.concat(
	[{"key": key, "thing": entry, "field": name} |
		count(_unknown) > 0
		some register in input.isms.registers
		some entry in register.entries
		some name in _fields
		some key in entry[name].value.keys
		key in _unknown
	],
	[{"key": key, "thing": document, "field": name} |
		count(_unknown) > 0
		some document in input.isms.documents
		some name in ["owner", "author", "approved_by"]
		some key in document.metadata[name].value.keys
		key in _unknown
	],
)

_message(key, n) := sprintf("%q is not in the register of roles at %s", [input.isms.people[key].name, _roles._path]) if n == 1

_message(key, n) := sprintf("%q is used %d times and is not in the register of roles at %s", [input.isms.people[key].name, n, _roles._path]) if n > 1
