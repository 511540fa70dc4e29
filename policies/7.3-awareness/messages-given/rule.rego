# METADATA
# title: Policy, own contribution and consequences were told within the planned interval
# description: >-
#   The clause names what people are aware of: the policy, how they contribute and what good performance brings,
#   and what follows from not keeping to the rules. Where the register says which messages a session gave and how
#   often it is due, each of the three ought to have been given within that time, to anybody. A programme or
#   material that speaks of a message counts as well.
# custom:
#   scope: repository
#   clause: "7.3"
#   activities: ["7.3-a", "7.3-b", "7.3-c"]
#   checks: ["7.3-1", "R-AW-1"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [awareness]
#   column_absent:
#     register: awareness
#     fields: [messages]
#     level: quiet
#   remedy: >-
#     Give the message in the next session and enter it, or state another interval.
package ismslint.rules.awareness.messages_given

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence_date(lib.evidence(entry.mentions[message], "."), entry.delivered_on.value.until), [activity]) if {
	some message, [activity, _] in _messages
	newest := max([[entry.delivered_on.value.until, entry.index] | some entry in _given[message]])
	entry := _awareness.entries[newest[1]]
}

findings contains lib.concerning(lib.finding(_awareness, "columns/messages", text), [activity | some [activity, _, _] in _lapsed]) if {
	count(_delivered) > 0
	count(_lapsed) > 0
	text := sprintf("not given within the planned interval, as far as the register says: %s", [concat("; ", [said | some [_, _, said] in _lapsed])])
}

_awareness := input.isms.registers.awareness

_messages := {
	"awareness-policy": ["7.3-a", "the policy"],
	"awareness-contribution": ["7.3-b", "the own contribution"],
	"awareness-consequences": ["7.3-c", "consequences of not keeping to the rules"],
}

_delivered := [entry |
	some entry in _awareness.entries
	lib.filled(entry.messages)
	entry.delivered_on.value.from <= input.isms.as_of
]

_given[message] contains entry if {
	some message, _ in _messages
	some entry in _delivered
	entry.mentions[message]
}

# What is past its interval, or was not given at all.
_lapsed := [[activity, message, said] |
	some message, [activity, name] in _messages
	_interval
	not _current(message)
	not _in_material(message)
	said := sprintf("%s%s", [name, _since(message)])
]

_current(message) if {
	some entry in object.get(_given, message, set())
	isms.plus(entry.delivered_on.value.until, _own(entry)) >= input.isms.as_of
}

_own(entry) := entry.interval.value if lib.filled(entry.interval)

_own(entry) := _interval if not lib.filled(entry.interval)

# The longest interval that the register states; nothing is compared with another one.
_interval := {"months": longest[0], "days": longest[1]} if {
	longest := max([[entry.interval.value.months, entry.interval.value.days] | some entry in _delivered])
}

_in_material(message) if {
	some type in ["awareness", "training"]
	input.isms.types[type].cues[message]
}

_since(message) := sprintf(" since %s", [max([entry.delivered_on.value.until | some entry in _given[message]])]) if count(_given[message]) > 0

_since(message) := "" if not _given[message]
