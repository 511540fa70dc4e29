package ismslint.rules.internal_audit.results_recorded_test

import data.ismslint.rules.internal_audit.results_recorded as rule

_input(rows) := isms.parse({"registers/audits.yaml": sprintf("register: audits\nentries:\n%s\n", [rows])})

_message(given) := finding.message if {
	found := rule.findings with input as given
	count(found) == 1
	some finding in found
	finding.absent == "report.audit"
	finding.subject == "type/report.audit"
}

_looked := "no results of an internal audit were recognised among reports and registers"

test_nothing if _message(isms.parse({"notes.md": "# Notes\n"})) == _looked

test_audit if {
	given := _input("  - {id: A-1, title: Internal audit, auditors: CTO, performed_on: 2026-05-12, conclusion: Kept up}\n  - {id: A-2, title: Internal audit, auditors: CTO, performed_on: 2025-05-12}")
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	some e in found
	e.date == "2026-05-12"
	{activity | some e in found; some activity in e.activities} == {"9.2-i", "9.2-a", "9.2-c", "7.5.1-a"}
}

test_report if {
	given := isms.parse({"records/internal-audit-report-2026.md": "# Internal audit report 2026\n\nOn 12 May 2026 we looked at access control and at suppliers and found one late review.\n"})
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_findings_only if {
	given := _input("  - {id: F-1, finding: Late review, grade: minor}")
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	some e in found
	e.certainty == "indicates"
}

test_planned_only if {
	_message(_input("  - {id: A-1, title: Internal audit, auditors: CTO, planned_on: 2026-03}")) == concat("", [_looked, "; registers/audits.yaml plans audits and records none"])
	_message(_input("  - {id: A-1, title: Internal audit, auditors: CTO, planned_on: 2026-03, performed_on: 2026-03-04, status: cancelled}")) == concat("", [_looked, "; registers/audits.yaml plans audits and records none"])
}

test_first_is_ahead if {
	given := _input("  - {id: A-1, title: Internal audit, auditors: CTO, planned_on: 2027-03}")
	found := rule.findings with input as given
	some finding in found
	finding.message == "the first internal audit is planned for 2027-03; no result is on record yet"
	finding.at_most == "note"
	count(rule.evidence) == 1 with input as given
}

_certified(id) := sprintf("  - {id: %s, title: Audit, audit_type: Certification, auditors: Body, performed_on: 2026-05-12}", [id])

test_from_outside if {
	contains(_message(_input(_certified("C-1"))), "; C-1 is an audit from outside")
	contains(_message(_input(concat("\n", [_certified("C-1"), _certified("C-2")]))), "; C-1, C-2 are audits from outside")
}

test_template_is_named if {
	contains(_message(isms.parse({"templates/internal-audit-report.md": "# Internal audit report\n\nDate: [date]\n\nAuditor: [name]\n"})), "templates/internal-audit-report.md is not counted")
}

test_outside if {
	count(rule.findings) == 0 with input as isms.parse({"isms.yaml": "outside:\n  - {item: audits, where: Auditor}\n"})
}
