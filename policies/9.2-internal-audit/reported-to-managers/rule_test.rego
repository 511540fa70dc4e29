package ismslint.rules.internal_audit.reported_to_managers_test

import data.ismslint.rules.internal_audit.reported_to_managers as rule

_input(rows) := isms.parse({"registers/audits.yaml": sprintf("register: audits\nentries:\n%s\n", [rows])})

_audit(more) := sprintf("  - {id: A-1, title: Internal audit, auditors: CTO, %s}", [more])

test_not_reported if {
	found := rule.findings with input as _input(_audit("performed_on: 2026-05-12, reported_to: \"\", reported_on: TBD"))
	some finding in found
	finding.message == "A-1: to whom the results were reported is not recorded"
	finding.field == "reported_on"
}

test_quiet if {
	every more in [
		"performed_on: 2026-05-12, reported_to: CEO",
		"performed_on: 2026-05-12, reported_to: \"\", reported_on: 2026-06-01",
		"performed_on: 2026-11-02, reported_to: \"\"",
		"performed_on: 2027-05-12, reported_to: \"\"",
		"planned_on: 2026-05-12, reported_to: \"\"",
	] {
		count(rule.findings) == 0 with input as _input(_audit(more))
	}
}

_files := {
	"registers/audits.yaml": "register: audits\nentries:\n  - {id: A-1, title: Audit, auditors: CTO, performed_on: 2026-05-12, reported_to: \"\", report: ../records/internal-audit-report.md}\n",
	"records/internal-audit-report.md": "# Internal audit report\n\nOne review was late.\n",
}

test_report_does_not_say if count(rule.findings) == 1 with input as isms.parse(_files)

test_report_says if {
	said := {"records/internal-audit-report.md": "# Internal audit report\n\nOne review was late. Reported to the Chief Executive Officer on 20 May.\n"}
	given := isms.parse(object.union(_files, said))
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	some e in found
	e.certainty == "indicates"
}

_review(date) := {"registers/reviews.yaml": sprintf("register: reviews\nentries:\n  - {id: MR-1, date: %s, participants: [CEO], decisions: Go on, inputs: {audit_results: One finding}}\n", [date])}

test_later_review if {
	count(rule.findings) == 0 with input as isms.parse(object.union(_files, _review("2026-09-15")))
	count(rule.findings) == 1 with input as isms.parse(object.union(_files, _review("2026-02-15")))
}

test_evidence if {
	count(rule.evidence) == 1 with input as _input(_audit("performed_on: 2026-05-12, reported_to: CEO"))
}
