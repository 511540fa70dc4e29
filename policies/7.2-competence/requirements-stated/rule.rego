# METADATA
# title: The competence that each role takes is stated
# description: >-
#   The clause asks to determine which competence people need whose work affects information security. Looked for
#   are competences in the register of roles and a register of competence that says what a role takes. Where
#   requirements are kept, each role that somebody holds ought to have one. Roles and requirements that use other
#   names for the same role are not compared.
# custom:
#   scope: repository
#   clause: "7.2"
#   activities: ["7.2-a"]
#   checks: ["7.2-1", "R-COMP-1"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: note
#   level_determined: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["roles?", "competence?"]
#   remedy: >-
#     Enter for each role which competence it takes, in the register of roles or of competence.
package ismslint.rules.competence.requirements_stated

import data.ismslint.lib

evidence contains lib.evidence(_roles, "columns/competences") if {
	some role in _roles.entries
	lib.filled(role.competences)
}

evidence contains lib.evidence(_competence, "columns/required_level") if {
	some entry in _competence.entries
	lib.filled(entry.required_level)
}

evidence contains lib.evidence(_competence, "columns/competence") if {
	some entry in _competence.entries
	lib.filled(entry.competence)
	lib.filled(entry.role)
}

# A description of roles or jobs that names competences.
evidence contains lib.indicated(lib.evidence(item, ".")) if {
	some type in ["roles", "competence", "procedure.hr", "training", "appointment", "isms-manual"]
	input.isms.types[type].cues["competence-needed"]
	count(input.isms.types[type].items) == 1
	item := input.isms.types[type].items[0]
}

findings contains lib.finding(_competence, "competence", sprintf("no competence is stated for %s", [lib.list(_bare)])) if {
	_competence.decided
	count(_bare) > 0

	# Most roles are there: then the names are the same.
	count(_bare) * 2 < count(_held)
}

_roles := input.isms.registers.roles

_competence := input.isms.registers.competence

_held := [role | some role in _roles.entries; lib.filled(role.role); lib.filled(role.holders)]

_bare := [_called(role) |
	some role in _held
	not lib.filled(role.competences)
	not _required[lower(role.id)]
	not _required[lower(role.role.raw)]
	not _holder_required(role)
]

_required contains lower(entry.role.raw) if {
	some entry in _competence.entries
	lib.filled(entry.competence)
	lib.filled(entry.role)
}

# The register may name the holder instead of the role.
_holder_required(role) if {
	some key in role.holders.value.keys
	_people[key]
}

_people contains key if {
	some entry in _competence.entries
	some key in entry.person.value.keys
}

_called(role) := role.id if role.id != ""

_called(role) := role.role.raw if role.id == ""
