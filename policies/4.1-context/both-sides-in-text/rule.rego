# METADATA
# title: A text on the context speaks of outside and inside
# description: >-
#   The clause asks for circumstances outside the organisation and for those inside it. Where they stand in a
#   document or section on the context and not in a register, its headings, sentences and rows are searched for both
#   sides, or for the quadrants of a SWOT analysis.
# custom:
#   scope: document
#   for: [context]
#   clause: "4.1"
#   activities: ["4.1-a", "4.1-b"]
#   checks: ["4.1-1", "4.1-2"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Give the external and the internal issues a heading each, or point to their sections under `isms.addresses` as
#     "4.1-a" and "4.1-b".
package ismslint.rules.context.both_sides_in_text

import data.ismslint.lib

_cues := {"4.1-a": "context-external", "4.1-b": "context-internal"}

_words := {"4.1-a": "external", "4.1-b": "internal"}

evidence contains lib.concerning(lib.evidence(_place(activity), "."), [activity]) if some activity, _ in _cues

findings contains lib.concerning(lib.finding(input.document, ".", message), [activity]) if {
	some [activity, other] in [["4.1-a", "4.1-b"], ["4.1-b", "4.1-a"]]
	_place(other)
	not _place(activity)
	not lib.astray(activity)

	lib.leading

	# Another document or the register has the other side.
	not input.isms.types.context.cues[_cues[activity]]
	count(input.isms.registers.issues.entries) == 0
	message := sprintf(
		"%s was recognised to speak of %s issues only, not of %s ones",
		[input.document.title, _words[other], _words[activity]],
	)
}

findings contains lib.concerning(lib.finding(input.document.addresses[activity], ".", lib.astray(activity)), [activity]) if {
	some activity, _ in _cues
}

_place(activity) := lib.pointed(activity) if {
	lib.pointed(activity)
} else := lib.spoken(_cues[activity])
