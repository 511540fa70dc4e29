# METADATA
# title: Each line of the communication plan says what, when, to whom and how
# description: >-
#   The clause asks to determine what is communicated, when, with whom and how; the 2013 edition also asks who
#   communicates. Each line of the plan ought to fill the columns that the table has for them. A column that the
#   table does not have is one note. Lists of contacts are no plan and are left alone.
# custom:
#   scope: repository
#   clause: "7.4"
#   activities: ["7.4-a", "7.4-b", "7.4-c", "7.4-d", "7.4-e"]
#   checks: ["7.4-2", "R-COM-1"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [communication]
#   fold:
#     when: most
#     message: "{register}: {n} of {m} lines leave open what, when, to whom or how: {ids}"
#     field: what
#   remedy: >-
#     Fill in the cell; "when needed" says when as well.
package ismslint.rules.communication.lines_filled

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_communication, concat("/", ["columns", field])), [activity]) if {
	some [field, activity, _] in _asked
	some entry in _communication.entries
	lib.filled(entry[field])
}

findings contains lib.concerning(lib.finding(entry, empty[0][0], message), [activity | some [_, activity, _] in empty]) if {
	some entry in _communication.entries
	not _contact(entry)
	empty := [item | some item in _asked; lib.column(_communication, item[0]); lib.blank(entry[item[0]])]
	count(empty) > 0
	message := sprintf("%s: %s", [entry.label, concat(", ", [sprintf("%s is empty", [said]) | some [_, _, said] in empty])])
}

# Columns that the table does not have.
findings contains lib.at_most(lib.concerning(lib.finding(_communication, "columns", message), [activity | some [_, activity, _] in _columns]), "note") if {
	count(_columns) > 0
	count([entry | some entry in _communication.entries; not _contact(entry)]) > 0
	message := sprintf("%s has no column for %s", [_name, concat(", ", [said | some [_, _, said] in _columns])])
}

_communication := input.isms.registers.communication

_name := _communication.title if _communication.title != ""

_name := "the communication plan" if _communication.title == ""

_asked := [item | some item in _all; _in_edition(item[1])]

_all := [
	["what", "7.4-a", "what is communicated"], ["when", "7.4-b", "when"], ["with", "7.4-c", "with whom"],
	["who", "7.4-d", "who communicates"], ["how", "7.4-e", "how"],
]

# Who communicates is a point of its own in the 2013 edition only.
_in_edition("7.4-d") if input.isms.edition == "2013"

_in_edition(activity) if activity != "7.4-d"

_columns := [item | some item in _asked; not lib.column(_communication, item[0])]

# A contact has an address where a plan has an occasion.
_contact(entry) if {
	lib.blank(entry.when)
	some name in [lower(entry.section), lower(entry.group), lower(_communication.title)]
	some word in ["contact", "kontakt", "ansprechpartner"]
	contains(name, word)
}
