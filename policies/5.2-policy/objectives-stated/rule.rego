# METADATA
# title: The policy states objectives or how they are set
# description: >-
#   The clause asks the policy to hold security objectives or the frame in which they are set. Looked for are
#   objectives, goals or aims in the text, a link to the document of objectives, or the section that the
#   document itself names under `isms.addresses`.
# custom:
#   scope: document
#   for: [policy.infosec]
#   clause: "5.2"
#   activities: ["5.2-b"]
#   checks: ["5.2-2"]
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Say in the policy which objectives it pursues or who sets them and how often, or point to the section under
#     `isms.addresses` as "5.2-b".
package ismslint.rules.policy.objectives_stated

import data.ismslint.lib

# What the document itself points to decides; its wording indicates.
evidence contains lib.evidence(_declared, ".") if {
	_declared.section != ""
	not _declared.empty
}

evidence contains lib.indicated(lib.evidence(_cues[0], ".")) if _worded

findings contains lib.finding(_declared, ".", _astray) if _astray

findings contains lib.indicated(lib.finding(input.document, ".", sprintf("%s %s", [input.document.title, _unseen]))) if {
	not _declared
	not _worded
	input.document.language != ""
	lib.leading
}

_unseen := "was not recognised to state objectives or how they are set"

_declared := input.document.addresses["5.2-b"]

_cues := input.document.cues.objectives

_worded if {
	not _declared
	count(_cues) > 0
}

# A link to the objectives says where they are.
evidence contains lib.indicated(lib.evidence(_links[0], ".")) if {
	_worded
	count(_cues) == 0
}

_worded if {
	not _declared
	count(_links) > 0
}

_links := [link | some link in input.document.links; _objectives[link.path]]

_objectives contains item._path if some item in input.isms.types.objectives.items

_objectives contains input.isms.registers.objectives._path if input.isms.registers.objectives.state == "present"

_astray := sprintf("%q is given as the place for 5.2-b, and %s has no such heading", [_declared.anchor, input.document._path]) if {
	_declared.section == ""
}

_astray := sprintf("%q is given as the place for 5.2-b, and the section says nothing", [_declared.anchor]) if {
	_declared.section != ""
	_declared.empty
}
