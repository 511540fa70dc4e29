# METADATA
# title: The next review comes within the interval that is stated
# description: >-
#   A document or supplier that is reviewed every twelve months, with a next review two years after the last, states
#   two durations for one rule. Compared are interval and dates in the same head or row, with a month to spare; the
#   newest of review, approval and date counts. A next review that comes sooner is no matter.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-c"]
#   checks: []
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Correct the interval, or the date of the next review.
package ismslint.rules.creating_and_updating.next_review_fits_interval

import data.ismslint.lib

evidence contains lib.evidence(document, "next_review") if {
	some document in _documents
	lib.filled(document.metadata.next_review)
	lib.filled(document.metadata.review_interval)
}

findings contains lib.with_related(lib.finding(document, "next_review", message), [lib.place(document, "review_interval", "the interval")]) if {
	some document in _documents
	meta := document.metadata
	base := max([meta[field].value.until | some field in ["last_reviewed", "approved_on", "date"]; lib.filled(meta[field])])
	_beyond(meta.next_review, base, meta.review_interval)
	message := sprintf("%s: the next review is %s, more than the interval %q after %s", [document.title, meta.next_review.raw, meta.review_interval.raw, base])
}

findings contains lib.with_related(lib.finding(supplier, "next_review", message), [lib.place(supplier, "monitoring_interval", "the interval")]) if {
	register := input.isms.registers.suppliers
	register.decided
	some supplier in register.entries
	base := supplier.reviewed_on.value.until
	_beyond(supplier.next_review, base, supplier.monitoring_interval)
	message := sprintf("%s: the next review is %s, more than the interval %q after %s", [supplier.label, supplier.next_review.raw, supplier.monitoring_interval.raw, base])
}

_documents := [document |
	some document in input.isms.documents
	document.evidence
	document.section == ""
	not document.metadata.status.value in {"draft", "in-review", "superseded", "withdrawn"}
]

_beyond(next, base, interval) if {
	next.value.from > isms.plus(isms.plus(base, interval.value), {"months": 1, "days": 0})
}
