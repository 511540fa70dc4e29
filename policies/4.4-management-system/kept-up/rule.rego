# METADATA
# title: Documents and registers are looked at again when their date comes
# description: >-
#   The clause asks to maintain the management system. Where documents and registers carry a date of the next
#   review, the share of those that are past it shows whether somebody keeps them up. Single overdue reviews are left
#   to the rules on documented information.
# custom:
#   scope: repository
#   clause: "4.4"
#   activities: ["4.4-b"]
#   checks: ["4.4-4"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   remedy: Review what is past its date, oldest first, or set intervals that the organisation can keep.
package ismslint.rules.management_system.kept_up

import data.ismslint.lib

# The item with the most time left is the one that was looked at last.
evidence contains lib.evidence(_dated[path], "next_review") if {
	latest := max([[_dated[path].next_review.value.until, path] | some path in _current])
	path := latest[1]
}

# Without such dates, that something was changed within the last year.
evidence contains lib.indicated(lib.evidence(document, ".")) if {
	count(_dated) == 0
	newest := max([[document.date, i] | some i, document in input.isms.documents; _counts(document); document.date != null])
	document := input.isms.documents[newest[1]]
	isms.plus(document.date, {"months": 12, "days": 0}) >= input.isms.as_of
}

findings contains lib.finding(input.isms.anchor, ".", message) if {
	total := count(_dated)
	past := total - count(_current)
	total > 5
	3 * past >= total
	message := sprintf("%d of %d documents and registers with a date of the next review are past it", [past, total])
}

# By path: a register in a document has one date.
_dated[path] := {"_path": path, "_pos": item._pos, "_subject": item._subject, "next_review": item.metadata.next_review} if {
	some item in input.isms.documents
	_counts(item)
	item.section == ""
	path := item._path
	lib.filled(item.metadata.next_review)
}

_dated[path] := {"_path": path, "_pos": register._pos, "_subject": register._subject, "next_review": register.header.next_review} if {
	some register in input.isms.registers
	path := register._path
	not endswith(path, ".md")
	lib.filled(register.header.next_review)
}

_current contains path if {
	some path, item in _dated
	item.next_review.value.until >= input.isms.as_of
}

_counts(document) if {
	document.evidence
	document.type != ""
	not document.metadata.status.value in {"draft", "in-review", "superseded", "withdrawn"}
}
