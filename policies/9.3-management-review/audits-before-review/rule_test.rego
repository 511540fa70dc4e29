package ismslint.rules.management_review.audits_before_review_test

import data.ismslint.rules.management_review.audits_before_review as rule

_input(performed, said) := isms.parse({
	"registers/audits.yaml": sprintf("register: audits\nentries:\n  - {id: AUD-1, title: Internal audit, auditors: [Outside], performed_on: %s, reported_on: 2026-10-01, status: done}\n", [performed]),
	"registers/reviews.yaml": sprintf("register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-02, decisions: Go on, inputs: {audit_results: %q}}\n", [said]),
})

test_before if {
	given := _input("2026-03", "AUD-1 had no finding")
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_after if {
	found := rule.findings with input as _input("2026-05-04", "AUD-1 had no finding")
	count(found) == 1
	some finding in found
	finding.message == "the review of 2026-03-02 reports on AUD-1, which is dated 2026-05-04"
	finding.field == "date"
	count(finding.related) == 2
}

test_quiet if {
	count(rule.findings) == 0 with input as _input("2026-05-04", "Preliminary results of AUD-1")
	count(rule.findings) == 0 with input as _input("2026-05-04", "AUD-1 is planned for May")
	count(rule.findings) == 0 with input as _input("2026-05-04", "AUD-2 had no finding")
	count(rule.findings) == 0 with input as _input("TBD", "AUD-1 had no finding")
}

test_named_as_something_else if {
	given := isms.parse({
		"registers/audits.yaml": "register: audits\nentries:\n  - {id: AUD-1, title: Internal audit, auditors: [Outside], performed_on: 2026-05-04, status: done}\n",
		"registers/reviews.yaml": "register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-02, decisions: Hold AUD-1}\n",
	})
	count(rule.findings) == 0 with input as given
}
