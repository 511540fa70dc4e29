# METADATA
# title: The policy commits to meeting applicable requirements
# description: >-
#   The clause asks for a commitment, in the policy, to meet the requirements that apply to information
#   security: laws, regulations, contracts. Looked for is one sentence that commits to that, or the section that
#   the document itself names under `isms.addresses`.
# custom:
#   scope: document
#   for: [policy.infosec]
#   clause: "5.2"
#   activities: ["5.2-c"]
#   checks: ["5.2-3"]
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Add a sentence that commits to meeting the legal, regulatory and contractual requirements that apply, or, if
#     it is there in other words, point to its section under `isms.addresses` as "5.2-c".
package ismslint.rules.policy.commitment_to_requirements

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

_unseen := "was not recognised to commit to meeting applicable requirements"

_declared := input.document.addresses["5.2-c"]

_cues := input.document.cues["commitment-requirements"]

_worded if {
	not _declared
	count(_cues) > 0
}

_astray := sprintf("%q is given as the place for 5.2-c, and %s has no such heading", [_declared.anchor, input.document._path]) if {
	_declared.section == ""
}

_astray := sprintf("%q is given as the place for 5.2-c, and the section says nothing", [_declared.anchor]) if {
	_declared.section != ""
	_declared.empty
}
