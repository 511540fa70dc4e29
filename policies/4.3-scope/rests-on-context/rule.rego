# METADATA
# title: The scope refers to the issues and the interested parties
# description: >-
#   The clause asks to take the issues and the requirements of the parties into account when the scope is set. Looked
#   for is a link or wording in the scope, or issues and parties in the same document. Where neither is recorded,
#   the rules on 4.1 and 4.2 say so.
# custom:
#   scope: document
#   for: [scope]
#   clause: "4.3"
#   activities: ["4.3-b", "4.3-c"]
#   checks: ["4.3-4"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Say in a sentence which issues and parties led to the boundaries, link to both, or point to the sections under
#     `isms.addresses` as "4.3-b" and "4.3-c".
package ismslint.rules.scope.rests_on_context

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(lib.pointed(activity), "."), [activity]) if some activity, _ in _sources

evidence contains lib.indicated(lib.concerning(lib.evidence(_found[activity], "."), [activity])) if {
	some activity, _ in _sources
	not lib.pointed(activity)
}

findings contains lib.concerning(lib.finding(input.document.addresses[activity], ".", lib.astray(activity)), [activity]) if {
	some activity, _ in _sources
}

findings contains lib.indicated(lib.concerning(lib.finding(input.document, ".", message), _open)) if {
	count(_open) > 0
	input.document.language != ""
	lib.leading
	message := sprintf("%s was not recognised to refer to %s", [
		input.document.title,
		concat(" or ", [_sources[activity].words | some activity in _open]),
	])
}

_sources := {
	"4.3-b": {"register": "issues", "type": "context", "cue": "scope-issues", "words": "the external and internal issues"},
	"4.3-c": {"register": "parties", "type": "context.parties", "cue": "scope-parties", "words": "the interested parties"},
}

# Only what is recorded can be referred to.
_open := [activity |
	some activity in ["4.3-b", "4.3-c"]
	not input.document.addresses[activity]
	not _found[activity]
	count(_paths[activity]) > 0
]

_paths[activity] contains input.isms.registers[source.register]._path if {
	some activity, source in _sources
	input.isms.registers[source.register].state == "present"
}

_paths[activity] contains item._path if {
	some activity, source in _sources
	some item in input.isms.types[source.type].items
}

# A link, else words, else the document that holds both.
_found[activity] := _links[activity][0] if {
	some activity, _ in _sources
	count(_links[activity]) > 0
}

_found[activity] := input.document.cues[source.cue][0] if {
	some activity, source in _sources
	count(_links[activity]) == 0
}

_found[activity] := input.document if {
	some activity, source in _sources
	count(_links[activity]) == 0
	count(input.document.cues[source.cue]) == 0
	input.document._path in _paths[activity]
}

_links := {activity: [link | some link in input.document.links; link.path in object.get(_paths, activity, set())] |
	some activity, _ in _sources
}
