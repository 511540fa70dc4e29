# METADATA
# title: The scope speaks of organisation, systems, places and services
# description: >-
#   The guidance recommends to describe what the management system covers by organisation, technology and place, and by
#   the services or processes that it protects. The scope is searched for words on each of them. In an organisation of
#   fewer than ten persons places and services are enough.
# custom:
#   scope: document
#   for: [scope]
#   clause: "4.3"
#   activities: ["4.3-a"]
#   checks: ["4.3-2"]
#   kind: heading
#   strength: should
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: relax
#   remedy: Add a sentence on what is not mentioned yet, or that there is nothing of the kind.
package ismslint.rules.scope.parts_recognised

import data.ismslint.lib

evidence contains lib.evidence(lib.spoken(cue), ".") if some cue in _wanted

findings contains lib.finding(input.document, ".", message) if {
	input.document.language != ""
	lib.leading
	count(_absent) > 0
	message := sprintf("%s was not recognised to say anything on %s", [input.document.title, lib.list(_absent)])
}

_parts := {
	"scope-organisation": "organisation or teams",
	"scope-systems": "systems or information",
	"scope-places": "places of work (or that there are none)",
	"scope-services": "services or processes",
}

_wanted contains cue if {
	some cue, _ in _parts
	not input.isms.organization.small
}

_wanted contains cue if some cue in {"scope-places", "scope-services"}

_absent := [_parts[cue] | some cue in sort(_wanted); count(input.document.cues[cue]) == 0]
