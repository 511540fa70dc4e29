package ismslint.rules.creating_and_updating.head_dates_in_order_test

import data.ismslint.rules.creating_and_updating.head_dates_in_order as rule

_given(files) := {"isms": model.isms, "document": model.documents["policies/backup-policy.md"]} if model := isms.parse(files)

_doc(head) := _given({"policies/backup-policy.md": sprintf("---\ntitle: Backup policy\n%s\n---\n# Backup policy\n\nEverything is copied each night, and a copy is restored as a test each quarter.\n", [head])})

_message(head) := finding.message if {
	found := rule.findings with input as _doc(head)
	count(found) == 1
	some finding in found
}

test_turned if {
	_message("approved_on: 2026-03-01\nnext_review: 2026-02-01") == "Backup policy: the next review is 2026-02-01, before the approval on 2026-03-01"
	_message("approved_on: 2026-03-01\nlast_reviewed: 2026-04-01\nnext_review: 2026-02-01") == "Backup policy: the next review is 2026-02-01, before the last review on 2026-04-01"
	_message("date: 2026-03-01\nnext_review: 2026-02") == "Backup policy: the next review is 2026-02, before its date on 2026-03-01"
}

test_to_come if {
	_message("approved_by: CEO\napproved_on: 2027-03-01") == "Backup policy: the approval is 2027-03-01, a day still to come"
	_message("last_reviewed: 2027-03-01") == "Backup policy: the last review is 2027-03-01, a day still to come"
}

test_quiet if {
	every head in [
		"approved_on: 2026-03-01\nnext_review: 2027-03-01",
		"approved_on: 2026-03-01\nnext_review: 2026-03",
		"approved_on: soon\nnext_review: 2026-03",
		"approved_on: 2027-03-01",
		"approved_by: CEO\napproved_on: 2027-03-01\nstatus: draft",
		"approved_by: CEO\napproved_on: 2026-11-25",
	] {
		count(rule.findings) == 0 with input as _doc(head)
	}
	count(rule.evidence) == 1 with input as _doc("approved_on: 2026-03-01\nnext_review: 2027-03-01")
}
