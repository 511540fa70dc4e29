# METADATA
# title: Each decision of a review says what, who and until when
# description: >-
#   The clause asks for results that show what was decided. Where the decisions of a management review stand in a table,
#   the cells that it has for the decision, who carries it out and the date are filled, and an id is that of one
#   decision. Decisions in prose, and columns that a table does not have, are left alone.
# custom:
#   scope: repository
#   clause: "9.3"
#   activities: ["9.3-m", "9.3-n"]
#   checks: []
#   kind: field
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [reviews]
#   remedy: >-
#     Fill in the cell, or give the decision an id of its own.
package ismslint.rules.management_review.decisions_complete

import data.ismslint.lib

evidence contains lib.evidence(review.decision_list[0], ".") if {
	some review in lib.reviews
	count(review.decision_list) > 0
	every decision in review.decision_list {
		count(decision.lacks) == 0
	}
}

findings contains lib.finding(decision, ".", message) if {
	some review in lib.reviews
	count([decision | some decision in review.decision_list; count(decision.lacks) > 0]) * 2 <= count(review.decision_list)
	some decision in review.decision_list
	count(decision.lacks) > 0
	message := sprintf("decision %s of the review of %s has no %s", [
		decision.id, lib.held(review), concat(" and no ", [_named[name] | some name in decision.lacks]),
	])
}

findings contains lib.with_related(lib.finding(second, ".", message), [lib.place(first, ".", "the other decision")]) if {
	some review in lib.reviews
	some i, first in review.decision_list
	some j, second in review.decision_list
	i < j
	first.id == second.id
	first._path == second._path
	first._pos["."] != second._pos["."]
	message := sprintf("the review of %s has two decisions %s", [lib.held(review), first.id])
}

_named := {"decision": "text", "owner": "person responsible", "due": "date"}
