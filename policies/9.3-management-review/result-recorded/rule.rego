# METADATA
# title: The review records a result
# description: >-
#   The clause asks management reviews to end in decisions on improvement and on changes to the management system.
#   Looked for are decisions, actions or a conclusion under any usual name, or the word that none is needed.
#   A record of inputs alone shows a presentation, not a review.
# custom:
#   scope: repository
#   clause: "9.3"
#   activities: ["9.3-m"]
#   checks: ["9.3-5", "R-REV-4"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [reviews]
#   remedy: Record what was decided, or that no decision was needed.
package ismslint.rules.management_review.result_recorded

import data.ismslint.lib

_fields := ["decisions", "actions", "conclusion"]

evidence contains lib.evidence(review, name) if {
	some review in lib.reviews
	name := [name | some name in _fields; lib.filled(review[name])][0]
}

findings contains lib.finding(review, "decisions", sprintf("the review of %s records no result", [lib.held(review)])) if {
	some review in lib.reviews
	not _has_result(review)
}

_has_result(review) if {
	some name in _fields
	lib.filled(review[name])
}
