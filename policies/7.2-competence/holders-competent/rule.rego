# METADATA
# title: Who holds a role has the competence that it takes, or an action is open
# description: >-
#   The clause asks to see to it that people are competent. Where the register of roles names who holds a role and
#   the register of competence says what the role takes and what persons have, each holder ought to have a record
#   or an open action. Persons whose names do not match in the two registers are left alone, and so are roles of
#   which the register of competence says nothing.
# custom:
#   scope: repository
#   clause: "7.2"
#   activities: ["7.2-b"]
#   checks: ["7.2-2", "R-COMP-2"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [roles, competence]
#   column_absent:
#     register: competence
#     fields: [person]
#     level: quiet
#   remedy: >-
#     Record the competence of the holder with what shows it, or plan what is done to gain it.
package ismslint.rules.competence.holders_competent

import data.ismslint.lib

evidence contains lib.evidence(_competence, "columns/person") if count(_matched) > 0

findings contains lib.with_related(
	lib.finding(role, "holders", message),
	[lib.place(_competence.entries[_of_role[role.index][0]], "role", "what the role takes")],
) if {
	# Where nobody is found under the same name, persons are named differently.
	count(_matched) > 0
	some role in _held
	count(_of_role[role.index]) > 0
	absent := [key | some key in role.holders.value.keys; not _matched[[role.index, key]]]
	count(absent) > 0
	message := sprintf("%s is held by %s, with neither a record of competence nor an action in %s", [_called(role), _named(role, absent), _competence._path])
}

_roles := input.isms.registers.roles

_competence := input.isms.registers.competence

_held := [role | some role in _roles.entries; lib.filled(role.role); lib.filled(role.holders); not _over(role)]

_over(role) if role.until.value.until < input.isms.as_of

_over(role) if role.status.value in {"closed", "cancelled"}

# The entries that say what a role takes, by the role.
_of_role[role.index] := [i | some name in {lower(role.id), lower(role.role.raw)}; some i in _by_role[name]] if some role in _held

_by_role[lower(entry.role.raw)] contains entry.index if {
	some entry in _competence.entries
	lib.filled(entry.role)
	lib.filled(entry.competence)
}

# Holders who have an entry, by their name or by a name for the same person. Two holders of one role share its id.
_matched contains [role.index, key] if {
	some role in _held
	some key in role.holders.value.keys
	_named_here(key, role)
}

_named_here(key, _) if _people[key]

_named_here(key, role) if {
	some id in input.isms.people[key].ids
	id != role.id
	_ids[id]
}

_people contains key if {
	some entry in _competence.entries
	some key in entry.person.value.keys
}

_ids contains id if {
	some key in _people
	some id in input.isms.people[key].ids
}

_named(role, keys) := role.holders.raw if count(keys) == count(role.holders.value.keys)

_named(role, keys) := concat(", ", [input.isms.people[key].name | some key in keys]) if count(keys) < count(role.holders.value.keys)

_called(role) := role.id if role.id != ""

_called(role) := role.role.raw if role.id == ""
