package ismslint.rules.internal_audit.criteria_and_scope_test

import data.ismslint.rules.internal_audit.criteria_and_scope as rule

_input(rows) := isms.parse({"registers/audits.yaml": sprintf("register: audits\nentries:\n%s\n", [rows])})

_audit(more) := sprintf("  - {id: A-1, title: Internal audit, auditors: CTO, performed_on: 2026-05-12, %s}", [more])

_message(rows) := finding.message if {
	found := rule.findings with input as _input(rows)
	count(found) == 1
	some finding in found
}

test_neither if _message(_audit("criteria: \"\", scope: TBD")) == "A-1: no criteria and no scope recorded"

test_no_scope if _message(_audit("criteria: ISO/IEC 27001, scope: \"-\"")) == "A-1: no scope recorded"

test_no_criteria if _message(_audit("criteria: \"\", scope: Offices")) == "A-1: no criteria recorded"

test_quiet if {
	every row in [
		_audit("criteria: ISO/IEC 27001, scope: Offices"),
		_audit("criteria: \"\", clauses: \"4-10\""),
		_audit("scope: Offices"),
		_audit("scope: \"\", units: Sales"),
		concat("\n", [_audit("criteria: \"\", scope: Offices"), "  - {id: AP-1, planned_on: 2027-05, criteria: ISO/IEC 27001 for all audits}"]),
		"  - {id: A-1, title: Audit, auditors: CTO, planned_on: 2027-05, criteria: \"\", scope: \"\"}",
		"  - {id: F-1, finding: Late, grade: minor, performed_on: 2026-05-12, criteria: \"\", scope: \"\"}",
	] {
		count(rule.findings) == 0 with input as _input(row)
	}
}

test_report_exists if {
	files := {
		"registers/audits.yaml": "register: audits\nentries:\n  - {id: A-1, title: Audit, auditors: CTO, performed_on: 2026-05-12, criteria: \"\", scope: \"\", report: ../records/report.md}\n",
		"records/report.md": "# Audit report\n\nWe looked at access control in both offices.\n",
	}
	count(rule.findings) == 0 with input as isms.parse(files)
}

test_evidence if {
	count(rule.evidence) == 2 with input as _input(_audit("criteria: ISO/IEC 27001, scope: Offices"))
}
