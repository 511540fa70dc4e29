package ismslint.rules.internal_audit.audit_overdue_test

import data.ismslint.rules.internal_audit.audit_overdue as rule

_input(rows) := isms.parse({"registers/audits.yaml": sprintf("register: audits\nentries:\n%s\n", [rows])})

_message(files) := finding.message if {
	found := rule.findings with input as isms.parse(files)
	count(found) == 1
	some finding in found
}

_files(rows, settings) := {"registers/audits.yaml": sprintf("register: audits\nentries:\n%s\n", [rows]), "isms.yaml": settings}

_done := "  - {id: A-1, title: Internal audit, auditors: CTO, performed_on: 2025-05-12}"

_yearly := "intervals:\n  internal_audit: P12M\n"

test_interval_passed if {
	_message(_files(_done, _yearly)) == "the last internal audit was on 2025-05-12, planned every 12 months"
	_message(_files(_done, "edition: \"2022\"\n")) == "the last internal audit was on 2025-05-12, more than twelve months ago, and isms.yaml states no interval"
	found := rule.findings with input as isms.parse(_files(_done, "edition: \"2022\"\n"))
	some finding in found
	finding.default_interval
}

test_in_time if {
	every date in ["2025-11-24", "2026-06", "2026"] {
		count(rule.findings) == 0 with input as isms.parse(_files(sprintf("  - {id: A-1, title: Internal audit, auditors: CTO, performed_on: %s}", [date]), _yearly))
	}
}

test_planned_without_record if {
	rows := concat("\n", [_done, "  - {id: AP-2026, title: Internal audit 2026, auditors: CTO, planned_on: 2026-05}"])
	_message(_files(rows, _yearly)) == "AP-2026, planned for 2026-05, has no record"
}

_planned(more) := concat("\n", ["  - {id: A-1, title: Internal audit, auditors: CTO, performed_on: 2026-01-12}", sprintf("  - {id: AP-2026, title: Internal audit 2026, auditors: CTO, %s}", [more])])

test_quiet if {
	every more in [
		"planned_on: 2026-11",
		"planned_on: 2026",
		"planned_on: spring",
		"planned_on: 2026-05, status: done",
		"planned_on: 2026-05, status: postponed",
		"planned_on: 2026-05, performed_on: 2026-06-01",
		"planned_on: 2026-05, comment: moved to December",
		"planned_on: 2025-12",
		"planned_on: 2026-05, audit_type: certification",
	] {
		count(rule.findings) == 0 with input as isms.parse(_files(_planned(more), _yearly))
	}
}

test_reference_to_the_programme if {
	rows := "  - {id: AP-1, title: Audit 2025, auditors: CTO, planned_on: 2025-03}\n  - {id: A-1, programme_ref: AP-1, title: Audit, auditors: CTO, performed_on: 2026-05-12}"
	count(rule.findings) == 0 with input as isms.parse(_files(rows, _yearly))
}

test_reports_alone if {
	files := {"records/internal-audit-report.md": "---\ntype: report.audit\ndate: 2025-05-20\n---\n# Internal audit report\n\nWe looked at access control, backups and suppliers in all offices, talked to eleven people, and found one review of access that was two months late.\n", "isms.yaml": _yearly}
	_message(files) == "the last internal audit was on 2025-05-20, planned every 12 months"
	count(rule.evidence) == 1 with input as isms.parse(files)
}

test_nothing if {
	count(rule.findings) == 0 with input as isms.parse({"README.md": "# ISMS\n"})
	count(rule.findings) == 0 with input as _input("  - {id: AP-1, title: Audit, auditors: CTO, planned_on: 2026-05}")
}
