# METADATA
# title: A policy is changed under a new version or approval
# description: >-
#   What top management approved is the text as it stood. A pull request that changes what the information security
#   policy demands, and leaves its version, its approval and its history as they were, lets them speak for words
#   that nobody approved. Reflowed text, links, punctuation and spelling are no change.
# custom:
#   scope: repository
#   clause: "5.2"
#   activities: ["5.2-h"]
#   checks: ["5.2-10"]
#   kind: diff
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Let top management approve the text, and enter the new version, date of approval and row of the history with
#     it; or mark the document as a draft.
package ismslint.rules.change.policy_under_old_approval

import data.ismslint.lib

evidence contains lib.evidence(change.after, "approved_on") if {
	some change in _policies
	lib.revised(change)
}

findings contains lib.finding(lib.material(change), ".", message) if {
	input.isms.organization.versions != "git"
	some change in _policies
	not lib.revised(change)
	message := sprintf("the text of %s changed, its %s did not", [change.after.title, lib.standing(change.after)])
}

_policies contains change if {
	some change in lib.revisions
	change.after.type == "policy.infosec"
}
