# METADATA
# title: The assignment of a role is made known
# description: >-
#   The clause asks that responsibilities and authorities are assigned and communicated. Where the register of roles
#   has a column for the date on which an assignment was made known, it is looked for in each role, and that it is not before
#   the assignment.
# custom:
#   scope: repository
#   clause: "5.3"
#   activities: ["5.3-a"]
#   checks: ["5.3-5"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: "off"
#   needs: [roles]
#   column_absent:
#     register: roles
#     fields: [communicated_on]
#     level: quiet
#   fold:
#     when: always
#     field: communicated_on
#     message: "making the assignment known is not dated, or dated before the assignment, for {n} roles: {ids}"
#   remedy: Tell the organisation who holds the role and enter the date.
package ismslint.rules.roles.made_known

import data.ismslint.lib

evidence contains lib.evidence(_roles, "columns/communicated_on") if {
	some role in _roles.entries
	lib.filled(role.communicated_on)
}

findings contains lib.finding(role, "communicated_on", sprintf("%s does not show that the assignment was made known", [role.label])) if {
	some role in _assigned
	not lib.filled(role.communicated_on)
}

findings contains lib.finding(role, "communicated_on", message) if {
	some role in _assigned
	role.communicated_on.value.until < role.assigned_on.value.from
	message := sprintf("%s was made known on %s, before it was assigned", [role.label, role.communicated_on.raw])
}

_roles := input.isms.registers.roles

# A person has an entry of its own and is no assignment.
_assigned := [role |
	some role in _roles.entries
	lib.filled(role.role)
	lib.filled(role.holders)
	not role.status.value in {"closed", "cancelled"}
]
