# METADATA
# title: Who holds a role is still there
# description: >-
#   Responsibilities stay assigned only while their holder is in the organisation. Where the register of roles gives
#   persons an end date, it is compared with the date of the evaluation for each person whom a role names as holder.
# custom:
#   scope: repository
#   clause: "5.3"
#   activities: ["5.3-a"]
#   checks: ["5.3-4", "R-ROLE-3"]
#   kind: xref
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
#   remedy: Give the role to somebody else and record since when.
package ismslint.rules.roles.holder_in_post

import data.ismslint.lib

evidence contains lib.evidence(_roles, "columns/holders") if count(_assigned) > 0

findings contains lib.with_related(
	lib.finding(role, "holders", sprintf("%s is entered until %s and still holds %s", [person.label, person.until.raw, role.label])),
	[lib.place(person, "until", "the end date")],
) if {
	some [role, person] in _assigned
	person.until.value.age > 0
	not role.status.value in {"closed", "cancelled"}
	not _ended(role)
}

_roles := input.isms.registers.roles

_ended(role) if role.until.value.age > 0

# Roles with the persons who hold them, where these are entries of their own.
_assigned := [[role, person] |
	some role in _roles.entries
	some key in role.holders.value.keys
	some id in input.isms.people[key].ids
	person := _roles.entries[_roles.row[id]]
	person.index != role.index
	not lib.filled(person.role)
]
