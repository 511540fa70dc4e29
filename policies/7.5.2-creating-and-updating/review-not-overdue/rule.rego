# METADATA
# title: No document in force is past its own date of review
# description: >-
#   The standard sets no interval for the review of documents; an organisation that sets one ought to keep it. The
#   date of the next review, else the last review and the interval that the document states, is compared with the
#   date of evaluation. Drafts, records and documents that are not in force are left alone. A "review date" that
#   is not later than the last change may mean the last review and is not compared. Where most documents are past
#   their date, there is one finding; of more than five documents and registers kept-up gives it.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-c", "5.2-e"]
#   checks: ["7.5.2-4", "R-DOC-4"]
#   kind: freshness
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Review the document and enter the new dates, or move the date with a reason.
package ismslint.rules.creating_and_updating.review_not_overdue

import data.ismslint.lib

evidence contains lib.evidence(_planned[i], "next_review") if {
	newest := max([[_due(document)[0], i] | some i, document in _planned; _due(document)[0] >= input.isms.as_of])
	i := newest[1]
}

findings contains _about(lib.finding(document, due[1], sprintf("%s: review was due %s", [document.title, due[2]])), document) if {
	not _habit
	not lib.not_kept_up
	some document in _overdue
	due := _due(document)
}

findings contains lib.concerning(lib.finding(input.isms.anchor, ".", message), ["7.5.2-c"]) if {
	_habit
	not lib.not_kept_up
	message := sprintf("%d of %d documents with a date of review are past it: %s", [
		count(_overdue), count(_planned),
		lib.few([document._path | some document in _overdue]),
	])
}

# Registers that are no documents of their own.
findings contains lib.concerning(lib.finding(register, "next_review", message), ["7.5.2-c"]) if {
	not lib.not_kept_up
	some register in input.isms.registers
	register.state == "present"
	not register._path in {document._path | some document in input.isms.documents; document.section == ""; lib.filled(document.metadata.next_review)}
	register.header.next_review.value.until < input.isms.as_of
	not register.header.status.value in {"draft", "in-review", "superseded", "withdrawn"}
	not register.header.last_reviewed.value.until >= register.header.next_review.value.until
	message := sprintf("%s: review was due %s", [register.title, register.header.next_review.raw])
}

_habit if {
	count(_overdue) >= 3
	count(_overdue) * 2 > count(_planned)
}

_planned := [document | some document in _in_force; _due(document)]

_overdue := [document | some document in _planned; _due(document)[0] < input.isms.as_of]

_in_force := [document |
	some document in input.isms.documents
	document.evidence
	document.section == ""
	not document.kind in {"record", "minutes", "report"}
	not document.metadata.status.value in {"draft", "in-review"}
]

# The day, the field, and the text for the message.
_due(document) := [document.metadata.next_review.value.until, "next_review", document.metadata.next_review.raw] if {
	lib.filled(document.metadata.next_review)
	not _held_since(document)
} else := [document.metadata.review_ambiguous.value.until, "review_ambiguous", document.metadata.review_ambiguous.raw] if {
	not is_null(document.date)
	document.metadata.review_ambiguous.value.from > document.date
	not _changed_later(document)
} else := [day, _base(document)[1], sprintf("%s, %s after %s", [day, document.metadata.review_interval.raw, _base(document)[0]])] if {
	not lib.filled(document.metadata.next_review)
	lib.filled(document.metadata.review_interval)
	day := isms.plus(_base(document)[0], document.metadata.review_interval.value)
}

# A review after that day was held, and the date of the next one not moved on.
_held_since(document) if document.metadata.last_reviewed.value.until >= document.metadata.next_review.value.until

_changed_later(document) if input.isms.files[document._path].changed_on >= document.metadata.review_ambiguous.value.from

# The last review is the newest of what the head dates; only that of the policy belongs to its clause.
_base(document) := [document.date, "last_reviewed"] if not is_null(document.date)

_about(finding, document) := finding if document.type == "policy.infosec"

_about(finding, document) := lib.concerning(finding, ["7.5.2-c"]) if document.type != "policy.infosec"
