package ismslint.rules.internal_audit.programme_present_test

import data.ismslint.rules.internal_audit.programme_present as rule

_input(rows) := isms.parse({"registers/audits.yaml": sprintf("register: audits\nentries:\n%s\n", [rows])})

_message(given) := finding.message if {
	found := rule.findings with input as given
	count(found) == 1
	some finding in found
	finding.absent == "programme.audit"
	finding.subject == "type/programme.audit"
}

_looked := "no programme of internal audits was recognised: no programme, plan or schedule, no planned audit in a register"

test_nothing if _message(isms.parse({"notes.md": "# Notes\n"})) == _looked

test_planned_audit if {
	every field in ["planned_on: 2027-05", "frequency: yearly", "timing: in spring", "next_audit: 2027-05"] {
		given := _input(sprintf("  - {id: A-1, title: Internal audit, auditors: CTO, %s}", [field]))
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 1 with input as given
	}
}

test_performed_audits_are_no_plan if {
	_message(_input("  - {id: A-1, title: Internal audit, auditors: CTO, performed_on: 2026-05-12}")) == concat("", [_looked, "; registers/audits.yaml plans no audit"])
}

test_findings_are_no_plan if {
	contains(_message(_input("  - {id: F-1, title: Late review, finding: Late, grade: minor, planned_on: 2026-12-01}")), "plans no audit")
}

test_procedure_is_no_programme if {
	files := {"internal-audit-procedure.md": "# Internal audit procedure\n\nThe auditor looks at records and talks with the people of each team.\n"}
	contains(_message(isms.parse(files)), "internal-audit-procedure.md describes how audits are done")
	found := rule.findings with input as isms.parse(files)
	some finding in found
	finding.path == "internal-audit-procedure.md"
	declared := rule.findings with input as isms.parse(object.union(files, {"isms.yaml": "edition: \"2022\"\n"}))
	some other in declared
	other.path == "isms.yaml"
}

test_document if {
	given := isms.parse({"audit-programme.md": "# Audit programme\n\nIn May 2027 we audit access control, in May 2028 suppliers, in May 2029 operations.\n"})
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_outside if {
	count(rule.findings) == 0 with input as isms.parse({"isms.yaml": "outside:\n  - {item: audits, where: Auditor}\n"})
}
