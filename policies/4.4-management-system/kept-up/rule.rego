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
evidence contains lib.evidence(lib.review_dates[latest[1]], "next_review") if {
	latest := max([[item.next_review.value.until, i] | some i, item in lib.review_dates; item.next_review.value.until >= input.isms.as_of])
}

# Without such dates, that something was changed within the last year.
evidence contains lib.indicated(lib.evidence(document, ".")) if {
	count(lib.review_dates) == 0
	newest := max([[document.date, i] | some i, document in input.isms.documents; lib.in_use(document); document.date != null])
	document := input.isms.documents[newest[1]]
	isms.plus(document.date, {"months": 12, "days": 0}) >= input.isms.as_of
}

findings contains lib.finding(input.isms.anchor, ".", message) if {
	lib.not_kept_up
	message := sprintf("%d of %d documents and registers with a date of the next review are past it: %s", [
		count(lib.review_past), count(lib.reviewed_files), lib.few(sort(lib.review_past)),
	])
}
