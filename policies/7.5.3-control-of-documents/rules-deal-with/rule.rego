# METADATA
# title: The rules on documents deal with access, storage, changes and the rest
# description: >-
#   The clause asks that documents are available and protected, and to govern distribution and access, storage and
#   preservation, changes, retention and disposal, and documents from outside. The rules on documents are searched
#   for words on each. Access and storage are reported where nothing was recognised; the other points may well be
#   dealt with elsewhere.
# custom:
#   scope: document
#   for: ["procedure.document-control"]
#   clause: "7.5.3"
#   activities: ["7.5.3-a", "7.5.3-b", "7.5.3-c", "7.5.3-d", "7.5.3-e", "7.5.3-f", "7.5.3-g", "7.5.2-a", "7.5.2-c"]
#   checks: ["7.5.3-7"]
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: relax
#   remedy: >-
#     Add a sentence on who has access and where documents are kept and preserved, or point to it with
#     `isms.addresses`.
package ismslint.rules.control_of_documents.rules_deal_with

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(place, "."), [activity]) if {
	some cue, activity in _points
	place := _place(cue, activity)
}

findings contains lib.concerning(lib.finding(input.document, ".", message), [activity | some [activity, _] in _open]) if {
	input.document.language != ""
	count(_open) > 0
	message := sprintf("%s was not recognised to deal with %s", [input.document.title, concat(" and with ", [said | some [_, said] in _open])])
}

findings contains lib.concerning(lib.finding(input.document, ".", lib.astray(activity)), [activity]) if some activity in _activities

_activities := {activity | some _, activity in _points}

_points := {
	"documents-available": "7.5.3-a", "documents-protection": "7.5.3-b", "documents-access": "7.5.3-c",
	"documents-storage": "7.5.3-d", "documents-changes": "7.5.3-e", "documents-retention": "7.5.3-f",
	"documents-external": "7.5.3-g", "documents-identification": "7.5.2-a", "documents-approval": "7.5.2-c",
}

_place(_, activity) := lib.pointed(activity)

_place(cue, activity) := input.document.cues[cue][0] if not lib.pointed(activity)

_asked := [
	["documents-access", "7.5.3-c", "access and distribution"],
	["documents-storage", "7.5.3-d", "storage and preservation"],
]

_open := [[activity, said] |
	some [cue, activity, said] in _asked
	not _place(cue, activity)
	not lib.astray(activity)
	not _in_git
]

# In a small organisation a sentence that Git keeps history and access is enough.
_in_git if {
	input.isms.organization.small
	count(input.document.cues["documents-changes"]) > 0
}
