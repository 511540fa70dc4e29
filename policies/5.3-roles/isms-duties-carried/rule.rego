# METADATA
# title: Somebody answers for the management system and reports on it
# description: >-
#   The clause asks for two duties to be given to somebody: that the management system meets the standard, and that top
#   management hears how it performs. Looked for are the duties, responsibilities and titles in the register of roles,
#   and words of the documents on roles, the policy and the manual. An ISMS manager by any usual title carries the
#   first.
# custom:
#   scope: repository
#   clause: "5.3"
#   activities: ["5.3-b", "5.3-c"]
#   checks: ["5.3-1", "R-ROLE-1"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   needs: ["roles?", "communication?"]
#   remedy: >-
#     Enter for one role that it sees to it that the ISMS meets the standard, and for one that it reports on its
#     performance to top management.
package ismslint.rules.roles.isms_duties_carried

import data.ismslint.lib

_duties := {
	"5.3-b": {"cue": "duty-conformity", "words": "that the ISMS meets the standard"},
	"5.3-c": {"cue": "duty-reporting", "words": "to report to top management on how the ISMS performs"},
}

evidence contains lib.concerning(lib.evidence(places[0], "."), [activity]) if some activity, places in _carried

findings contains lib.concerning(lib.at_most(lib.finding(_place, ".", message), _at_most), _open) if {
	count(_open) > 0
	message := sprintf("nobody was recognised to have the duty %s", [concat(", nor ", [_duties[activity].words | some activity in _open])])
}

_roles := input.isms.registers.roles

_types := ["roles", "appointment", "isms-manual", "policy.infosec"]

_carried[activity] := places if {
	some activity, duty in _duties
	entries := [role.mentions[duty.cue] | some role in _roles.entries; role.mentions[duty.cue]]
	texts := [input.isms.types[type].cues[duty.cue] | some type in _types]
	places := array.concat(array.concat(entries, texts), _told[activity])
	count(places) > 0
}

# A line of the communication plan says who tells top management how the ISMS performs.
_told := {
	"5.3-b": [],
	"5.3-c": [line |
		some line in input.isms.registers.communication.entries
		line.mentions["performance-to-top"]
		lib.filled(line.who)
	],
}

_open := [activity | some activity in ["5.3-b", "5.3-c"]; not _carried[activity]]

# Where no roles were recognised at all, roles-present speaks.
_place := _roles if {
	count(_roles.entries) > 0
} else := input.isms.types.roles.items[0]

# Words are too many to know them all.
_at_most := "warning" if {
	lib.column(_roles, "duty")
} else := "note"
