# METADATA
# title: Roles and responsibilities for information security are assigned
# description: >-
#   The clause asks that responsibilities and authorities for security roles are assigned and made known. It asks for no
#   document. Looked for is a register of roles, a document or section on roles, a responsibility matrix or letters of
#   appointment. What nobody was given, nobody does.
# custom:
#   scope: repository
#   clause: "5.3"
#   activities: ["5.3-a"]
#   checks: ["5.3-8"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   level_determined: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["roles?"]
#   remedy: >-
#     List the roles with their duties and holders, or say in isms.yaml where they are: under `documents` if they are
#     here under another name, under `outside` if they are kept elsewhere.
package ismslint.rules.roles.roles_present

import data.ismslint.lib

evidence contains lib.evidence(_roles, "columns/responsibilities") if count(_roles.entries) > 0

evidence contains lib.evidence(item, ".") if {
	count(_roles.entries) == 0
	some item in _documents
}

findings contains lib.indicated(lib.absence(input.isms.types.roles, lib.item(["roles", "appointment"]), concat("; ", _looked))) if {
	count(_roles.entries) == 0
	count(_documents) == 0
}

_roles := input.isms.registers.roles

_documents := array.concat(input.isms.types.roles.items, input.isms.types.appointment.items)

_looked := [part | some part in [_unseen, _seen]; part != ""]

_unseen := "no roles and responsibilities for information security were recognised in a register, matrix, document or section"

# What stood in the way.
_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := input.isms.types.roles.others[0]
} else := ""
