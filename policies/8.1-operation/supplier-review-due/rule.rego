# METADATA
# title: Suppliers are reviewed by their date, and what is relied on is still valid
# description: >-
#   The clause asks to control what comes from outside. Each supplier is held against its own dates: the next review,
#   the last review and its interval, the end of the agreement, and the end of the certificate or report. The
#   interval is that of the supplier, else the one that isms.yaml states. A word instead of a date, such as "annual",
#   says nothing about a day.
# custom:
#   scope: repository
#   clause: "8.1"
#   activities: ["8.1-f"]
#   checks: ["8.1-7", R-SUP-2]
#   kind: freshness
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [suppliers]
#   column_absent:
#     register: suppliers
#     fields: [next_review, reviewed_on, assurance_until, valid_until]
#     level: quiet
#   fold:
#     when: most
#     message: "{register}: {n} of {m} suppliers are past the date of their review, agreement or certificate"
#     field: next_review
#   remedy: >-
#     Record the review with its date, the renewed agreement or the new certificate, or that the supplier is no
#     longer used.
package ismslint.rules.operation.supplier_review_due

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in ["reviewed_on", "review_result", "next_review"]
	some supplier in _register.entries
	lib.filled(supplier[field])
}

findings contains lib.finding(supplier, past[0][0], message) if {
	some supplier in _register.entries
	lib.supplies(supplier)
	past := [[field, text] | some field in _order; text := _past(supplier, field)]
	count(past) > 0
	message := sprintf("%s: %s", [_called(supplier), concat(", ", [text | some [_, text] in past])])
}

_register := input.isms.registers.suppliers

_order := ["next_review", "reviewed_on", "assurance_until", "valid_until"]

_past(supplier, "next_review") := sprintf("the review was due %s", [supplier.next_review.raw]) if {
	supplier.next_review.value.until < input.isms.as_of
	not _reviewed_since(supplier)
}

_past(supplier, "reviewed_on") := sprintf("the last review was on %s, planned \"%s\"", [supplier.reviewed_on.raw, supplier.monitoring_interval.raw]) if {
	not lib.filled(supplier.next_review)
	lib.due(supplier.reviewed_on, supplier.monitoring_interval.value) < input.isms.as_of
}

_past(supplier, "reviewed_on") := sprintf("the last review was on %s, and isms.yaml plans one every %d months", [supplier.reviewed_on.raw, _interval.months]) if {
	not lib.filled(supplier.next_review)
	supplier.monitoring_interval.raw == ""
	_interval.stated
	_interval.months > 0
	lib.due(supplier.reviewed_on, _interval) < input.isms.as_of
}

_past(supplier, "assurance_until") := sprintf("the certificate or report was valid until %s", [supplier.assurance_until.raw]) if {
	supplier.assurance_until.value.until < input.isms.as_of
}

_past(supplier, "valid_until") := sprintf("the agreement was valid until %s", [supplier.valid_until.raw]) if {
	supplier.valid_until.value.until < input.isms.as_of
}

_reviewed_since(supplier) if supplier.reviewed_on.value.until >= supplier.next_review.value.until

_interval := lib.interval("supplier_review")

_called(supplier) := supplier.name.raw if supplier.name.raw != ""

_called(supplier) := supplier.label if supplier.name.raw == ""
