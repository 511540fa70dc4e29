# METADATA
# title: A management review is on record
# description: >-
#   The clause asks to keep evidence of the results of management reviews. Looked for are minutes, reports and a
#   register of reviews with a date and something that was taken up or decided. A procedure, an agenda or an
#   empty form describes reviews and records none. Without a record nobody can show that top management looked at
#   the management system at all.
# custom:
#   scope: repository
#   clause: "9.3"
#   activities: ["9.3-n", "7.5.1-a"]
#   checks: ["9.3-1", "R-DOC-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["reviews?"]
#   remedy: >-
#     Write down the date, who took part, what was looked at and what was decided, or say in isms.yaml under
#     `outside` where the minutes are kept.
package ismslint.rules.management_review.review_recorded

import data.ismslint.lib

# Minutes speak with the certainty of the document, rows of a register with that of the rule.
evidence contains lib.evidence_date(lib.evidence(item, "."), review.date.value.until) if {
	some review in lib.reviews
	some item in _minutes.items
	item._path == review._path
}

evidence contains lib.evidence(review, "date") if {
	some review in lib.reviews
	not _paths[review._path]
}

# A first review that is planned shows a process without a record yet.
evidence contains lib.indicated(lib.evidence(_planned, "date")) if count(lib.reviews) == 0

findings contains lib.at_most(lib.finding(_planned, "date", _planned_message), "note") if count(lib.reviews) == 0

findings contains lib.absence(_at, "reviews", concat("; ", [text | some text in [_looked, _seen]; text != ""])) if {
	count(lib.reviews) == 0
	not _planned
	not input.isms.organization.outside["minutes.management-review"]
}

_minutes := input.isms.types["minutes.management-review"]

_reviews := input.isms.registers.reviews

_paths contains item._path if some item in _minutes.items

_planned := min([[review.date.value.from, review.index, review] |
	some review in _reviews.entries
	review.date.value.from > input.isms.as_of
])[2]

_planned_message := sprintf("the first management review is planned for %s; none is on record yet", [lib.held(_planned)])

_looked := "no record of a management review was recognised among minutes, reports and registers"

# What was seen instead: what does not count, else a table that may be the register.
_seen := sprintf("%s is not counted: %s", [_other._path, _other.why]) if {
	_other
} else := sprintf("%s may be the register of reviews: %s", [possible._path, possible.why]) if {
	possible := _reviews.possible[0]
} else := sprintf("%s has a date and nothing else", [_reviews.entries[0].label]) if {
	count(_reviews.entries) > 0
} else := ""

_other := _minutes.others[0]

# What is absent is the same thing wherever the finding stands.
_at := object.union(_place, {"_subject": _reviews._subject})

# The settings say what is kept elsewhere; else the document that only speaks of reviews.
_place := _other if not input.isms.declared

_place := input.isms.anchor if input.isms.declared

_place := input.isms.anchor if not _other
