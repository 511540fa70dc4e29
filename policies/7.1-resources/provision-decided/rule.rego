# METADATA
# title: Providing the resources is decided or on record
# description: >-
#   The clause asks to provide what the management system takes. Looked for are entries of a resource plan that
#   say what was provided, and words on resources, budget or persons in the newest management review and the
#   meetings shortly before it. One sentence is enough.
# custom:
#   scope: repository
#   clause: "7.1"
#   activities: ["7.1-b", "5.1-c"]
#   checks: ["7.1-2", "R-RES-2"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: ["resources?", "reviews?"]
#   remedy: >-
#     Write down in the minutes of the next management review whether the resources are enough, and what is added.
package ismslint.rules.resources.provision_decided

import data.ismslint.lib

evidence contains lib.evidence(_resources, "columns/provided") if count(_provided) > 0

evidence contains lib.indicated(lib.evidence_date(lib.evidence(said, "."), review.date.value.until)) if {
	some review in lib.review_cycle
	said := review.mentions["review-resources"]
}

# Without any review, the rule on reviews speaks.
findings contains lib.indicated(lib.finding(lib.newest_review, ".", sprintf(
	"no decision or statement on resources was recognised in the management review of %s",
	[lib.held(lib.newest_review)],
))) if {
	count(_provided) == 0
	count(_said) == 0
	not _unread
}

_resources := input.isms.registers.resources

_provided := [entry | some entry in _resources.entries; lib.filled(entry.provided)]

_said := [review | some review in lib.review_cycle; review.mentions["review-resources"]]

# No vocabulary fits the language of the minutes.
_unread if {
	some document in input.isms.documents
	document._path == lib.newest_review._path
	document.language == ""
}
