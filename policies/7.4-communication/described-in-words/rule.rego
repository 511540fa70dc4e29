# METADATA
# title: The communication plan in words says when, to whom and how
# description: >-
#   The clause asks to determine what is communicated, when, with whom and how; the 2013 edition also asks who. In
#   a plan or section without a table the answers are looked for by words.
# custom:
#   scope: document
#   for: [communication]
#   clause: "7.4"
#   activities: ["7.4-a", "7.4-b", "7.4-c", "7.4-d", "7.4-e"]
#   checks: ["7.4-2"]
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Add what the plan leaves open, or point to it with `isms.addresses`.
package ismslint.rules.communication.described_in_words

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(place, "."), [activity]) if {
	not _tabled
	some [cue, activity, _] in _asked
	place := _place(cue, activity)
}

findings contains lib.concerning(lib.finding(input.document, ".", message), [activity | some [_, activity, _] in _open]) if {
	not _tabled
	input.document.language != ""
	count(_open) > 0
	message := sprintf("%s was not recognised to say %s", [input.document.title, concat(", ", [said | some [_, _, said] in _open])])
}

findings contains lib.concerning(lib.finding(input.document, ".", lib.astray(activity)), [activity]) if some [_, activity, _] in _asked

# A table decides: lines-filled looks at it.
_tabled if {
	some entry in input.isms.registers.communication.entries
	entry._path == input.document._path
}

_place(_, activity) := lib.pointed(activity)

_place(cue, activity) := input.document.cues[cue][0] if not lib.pointed(activity)

_open := [item | some item in _asked; not _place(item[0], item[1]); not lib.astray(item[1])]

_asked := [item | some item in _all; _in_edition(item[1])]

_all := [
	["communication-what", "7.4-a", "what is communicated"], ["communication-when", "7.4-b", "when"],
	["communication-whom", "7.4-c", "to whom"], ["communication-who", "7.4-d", "who communicates"],
	["communication-how", "7.4-e", "how"],
]

# Who communicates is a point of its own in the 2013 edition only.
_in_edition("7.4-d") if input.isms.edition == "2013"

_in_edition(activity) if activity != "7.4-d"
