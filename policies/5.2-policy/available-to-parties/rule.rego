# METADATA
# title: Interested parties can get the policy
# description: >-
#   The clause asks to make the policy available to interested parties as far as that is suitable. Looked for are
#   outside parties among the audience, a public classification or address, a sentence that says how they get it,
#   or a repository that isms.yaml says is public. A policy may well be internal; then a sentence can say so.
# custom:
#   scope: document
#   for: [policy.infosec]
#   clause: "5.2"
#   activities: ["5.2-g"]
#   checks: ["5.2-7"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   remedy: Say in the policy how customers and other parties get it, or why it stays internal.
package ismslint.rules.policy.available_to_parties

import data.ismslint.lib

evidence contains lib.evidence(_cues[0], ".")

findings contains lib.finding(input.document, "audience", sprintf(
	"%s was not recognised to say how interested parties get it",
	[input.document.title],
)) if {
	count(_cues) == 0
	not input.isms.organization.public
	input.document.language != ""
	lib.leading
}

_cues := input.document.cues.published
