# METADATA
# title: The policy commits to continual improvement
# description: >-
#   The clause asks for a commitment, in the policy, to improve the management system continually. Looked for is
#   one sentence that commits to that, or the section that the document itself names under `isms.addresses`.
# custom:
#   scope: document
#   for: [policy.infosec]
#   clause: "5.2"
#   activities: ["5.2-d"]
#   checks: ["5.2-4"]
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Add a sentence that commits to the continual improvement of the management system, or, if it is there in
#     other words, point to its section under `isms.addresses` as "5.2-d".
package ismslint.rules.policy.commitment_to_improvement

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

_unseen := "was not recognised to commit to continual improvement"

_declared := input.document.addresses["5.2-d"]

_cues := input.document.cues["commitment-improvement"]

_worded if {
	not _declared
	count(_cues) > 0
}

_astray := sprintf("%q is given as the place for 5.2-d, and %s has no such heading", [_declared.anchor, input.document._path]) if {
	_declared.section == ""
}

_astray := sprintf("%q is given as the place for 5.2-d, and the section says nothing", [_declared.anchor]) if {
	_declared.section != ""
	_declared.empty
}
