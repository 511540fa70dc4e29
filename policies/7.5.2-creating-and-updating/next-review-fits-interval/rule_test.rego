package ismslint.rules.creating_and_updating.next_review_fits_interval_test

import data.ismslint.rules.creating_and_updating.next_review_fits_interval as rule

_doc(head) := isms.parse({"policies/backup-policy.md": sprintf("---\ntitle: Backup policy\n%s\n---\n# Backup policy\n\nEverything is copied each night, and a copy is restored as a test each quarter.\n", [head])})

_supplier(more) := isms.parse({"registers/suppliers.yaml": sprintf("register: suppliers\nentries:\n  - {id: S-1, name: Host, service: Hosting, monitoring_interval: P12M, %s}\n", [more])})

test_two_durations if {
	found := rule.findings with input as _doc("approved_on: 2026-03-01\nreview_interval: P12M\nnext_review: 2028-03-01")
	count(found) == 1
	some finding in found
	finding.message == "Backup policy: the next review is 2028-03-01, more than the interval \"P12M\" after 2026-03-01"
	suppliers := rule.findings with input as _supplier("reviewed_on: 2026-03-01, next_review: 2028-03-01")
	count(suppliers) == 1
}

test_quiet if {
	every head in [
		"approved_on: 2026-03-01\nreview_interval: P12M\nnext_review: 2027-03-01",
		"approved_on: 2026-03-01\nreview_interval: P12M\nnext_review: 2027-03-31",
		"approved_on: 2026-03-01\nreview_interval: P12M\nnext_review: 2026-09-01",
		"approved_on: 2025-03-01\nlast_reviewed: 2026-03-01\nreview_interval: P12M\nnext_review: 2027-03-01",
		"review_interval: P12M\nnext_review: 2028-03-01",
		"approved_on: 2026-03-01\nnext_review: 2028-03-01",
		"approved_on: 2026-03-01\nreview_interval: P12M\nnext_review: 2028-03-01\nstatus: draft",
	] {
		count(rule.findings) == 0 with input as _doc(head)
	}
	count(rule.evidence) == 1 with input as _doc("approved_on: 2026-03-01\nreview_interval: P12M\nnext_review: 2027-03-01")
	count(rule.findings) == 0 with input as _supplier("reviewed_on: 2026-03-01, next_review: 2027-03-01")
}
