# METADATA
# title: A role with duties says what its holder may decide
# description: >-
#   Top management is asked to direct and support those who make the management system work, and other managers in their
#   own areas; duties without the authority to carry them out are no support. Where the register of roles has a column
#   for the authority, it is looked for in each role with responsibilities.
# custom:
#   scope: repository
#   clause: "5.1"
#   activities: ["5.1-f", "5.1-h", "5.3-a"]
#   checks: ["5.1-7", "R-ROLE-4"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   needs: [roles]
#   column_absent:
#     register: roles
#     fields: [authorities]
#     level: quiet
#   fold:
#     when: always
#     field: authorities
#     message: "{n} roles have duties and no authority: {ids}"
#   remedy: Say what the holder of the role may decide, see or stop.
package ismslint.rules.leadership.authority_stated

import data.ismslint.lib

evidence contains lib.evidence(_roles, "columns/authorities") if {
	some role in _roles.entries
	lib.filled(role.authorities)
}

findings contains lib.finding(role, "authorities", sprintf("%s has duties and no authority", [role.label])) if {
	some role in _roles.entries
	lib.filled(role.responsibilities)
	not lib.filled(role.authorities)
	not role.status.value in {"closed", "cancelled"}
}

_roles := input.isms.registers.roles
