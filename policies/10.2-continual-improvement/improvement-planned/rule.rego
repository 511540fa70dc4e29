# METADATA
# title: An improvement that is taken up has somebody and a date
# description: >-
#   Improvements are judged, ranked, planned and carried out. Where the register of improvements has columns for who
#   does it and by when, an entry that was taken up and is not finished has both. Entries without a decision are
#   ideas and left alone, and so is what was declined.
# custom:
#   scope: repository
#   clause: "10.2"
#   activities: ["10.2-a"]
#   checks: []
#   kind: field
#   strength: should
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [improvements]
#   column_absent:
#     register: improvements
#     fields: [owner, due]
#     level: quiet
#   fold:
#     when: most
#     field: owner
#     message: "{register}: {n} of {m} improvements are taken up without a person or a date: {ids}"
#   remedy: >-
#     Enter who carries out the improvement and by when.
package ismslint.rules.continual_improvement.improvement_planned

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in _fields
	some improvement in _register.entries
	lib.filled(improvement[field])
}

findings contains lib.finding(improvement, blank[0], message) if {
	some improvement in _register.entries
	_pursued(improvement)
	blank := [field | some field in _fields; lib.column(_register, field); lib.blank(improvement[field])]
	count(blank) > 0
	message := sprintf("%s is taken up and has no %s", [improvement.label, concat(" and no ", [_named[field] | some field in blank])])
}

_register := input.isms.registers.improvements

_fields := ["owner", "due"]

_named := {"owner": "person responsible", "due": "date"}

# Taken up: decided on by its own words, or begun.
_pursued(improvement) if {
	lib.filled(improvement.decision)
	_decided_for(improvement)
	_unfinished(improvement)
}

_pursued(improvement) if {
	improvement.status.value == "in-progress"
	not lib.turned_down(improvement)
	_unfinished(improvement)
}

_decided_for(improvement) if {
	not lib.turned_down(improvement)
	some word in ["taken up", "accept", "approv", "agreed", "yes", "go ahead", "implement", "angenommen", "genehmigt", "umsetzen", "ja"]
	startswith(lower(improvement.decision.raw), word)
}

_unfinished(improvement) if {
	lib.open(improvement)
	not lib.filled(improvement.done_on)
}
