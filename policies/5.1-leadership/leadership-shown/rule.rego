# METADATA
# title: Something on record shows that top management leads
# description: >-
#   Whether top management leads shows in what it does, and no file proves it. What can be shown is looked for: a policy,
#   scope or list of objectives that it approved, a review that it took part in and decided something at, resources that it
#   decided on, a message of its own, and words on resources, on support for managers and on security as part of the work.
#   Which of these is asked where, other rules say; this one speaks where none of them was recognised.
# custom:
#   scope: repository
#   clause: "5.1"
#   activities: ["5.1-a", "5.1-b", "5.1-c", "5.1-e", "5.1-f", "5.1-g", "5.1-h"]
#   checks: ["5.1-7"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: ["reviews?", "resources?", "roles?", "objectives?"]
#   remedy: >-
#     Record one decision, message or review of top management on information security, and name its members under
#     `organization` in isms.yaml.
package ismslint.rules.leadership.leadership_shown

import data.ismslint.lib

# What is approved at the top.
evidence contains lib.concerning(lib.evidence(document, "approved_by"), ["5.1-a"]) if {
	some document in input.isms.documents
	document.type in {"policy.infosec", "objectives"}
	document.evidence
	document.metadata.approved_by.value.top
}

evidence contains lib.concerning(lib.evidence(_registers.objectives, "approved_by"), ["5.1-a"]) if {
	_registers.objectives.header.approved_by.value.top
}

evidence contains lib.concerning(lib.evidence(resource, "decided_by"), ["5.1-c"]) if {
	resource := [resource | some resource in _registers.resources.entries; resource.decided_by.value.top][0]
}

evidence contains lib.concerning(lib.evidence(review, "participants"), ["5.1-e"]) if {
	review := lib.newest_review
	_led(review)
}

# A decision taken with top management directs those who carry it out.
evidence contains lib.concerning(lib.indicated(lib.evidence(review, "decisions")), ["5.1-f", "5.1-g"]) if {
	review := lib.newest_review
	_led(review)
	lib.filled(review.decisions)
}

# What the words of policy, messages and minutes say.
evidence contains lib.concerning(lib.indicated(lib.evidence(place, ".")), activities) if {
	some cue, activities in _cues
	place := [input.isms.types[type].cues[cue] | some type in _types][0]
}

findings contains lib.indicated(lib.absence(input.isms.types.message, "message", message)) if {
	count(evidence) == 0
	count(input.isms.types["policy.infosec"].cues) == 0
	count(input.isms.types.message.items) == 0
	message := concat("", [
		"nothing was recognised by which top management shows that it leads: no policy that it approved, ",
		"no review with it, no resources that it decided on, no message of its own",
	])
}

_types := ["message", "policy.infosec", "roles", "isms-manual", "minutes.management-review"]

_registers := input.isms.registers

_cues := {
	"leadership-integration": ["5.1-b"],
	"leadership-resources": ["5.1-c"],
	"leadership-support": ["5.1-f", "5.1-h"],
	"commitment-improvement": ["5.1-g"],
}

_led(review) if review.participants.value.top

_led(review) if review.chair.value.top
