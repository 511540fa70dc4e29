# METADATA
# title: The dates in a document's head can be true together
# description: >-
#   The head of a document says when it was written, approved and reviewed, and when it is reviewed next. A next
#   review that lies before the approval or the last review, and an approval or a review of a day still to come,
#   cannot be. A month or year counts from its first to its last day.
# custom:
#   scope: document
#   clause: "7.5.2"
#   activities: ["7.5.2-a", "7.5.2-c"]
#   checks: []
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Find out which of the dates is wrong, and correct it.
package ismslint.rules.creating_and_updating.head_dates_in_order

import data.ismslint.lib

evidence contains lib.evidence(input.document, later) if {
	_head
	some [earlier, later] in _pairs
	lib.filled(_meta[earlier])
	lib.filled(_meta[later])
}

# The first pair: one slip puts several of them out of order.
findings contains lib.with_related(lib.finding(input.document, later, message), [lib.place(input.document, earlier, "the other date")]) if {
	_head
	[earlier, later] := [pair | some pair in _pairs; _meta[pair[1]].value.until < _meta[pair[0]].value.from][0]
	message := sprintf("%s: %s is %s, before %s on %s", [input.document.title, _words[later], _meta[later].raw, _words[earlier], _meta[earlier].raw])
}

findings contains lib.finding(input.document, field, message) if {
	_head
	some field in ["approved_on", "last_reviewed"]
	_meta[field].value.from > isms.plus(input.isms.as_of, {"months": 0, "days": 1})
	not _meta.status.value in {"draft", "in-review"}
	_given(field)
	message := sprintf("%s: %s is %s, a day still to come", [input.document.title, _words[field], _meta[field].raw])
}

_head if {
	input.document.section == ""
	input.document.evidence
}

_meta := input.document.metadata

# An approval without anybody is a plan.
_given("approved_on") if lib.filled(_meta.approved_by)

_given("last_reviewed")

_pairs := [["last_reviewed", "next_review"], ["approved_on", "next_review"], ["date", "next_review"]]

_words := {"approved_on": "the approval", "last_reviewed": "the last review", "next_review": "the next review", "date": "its date"}
