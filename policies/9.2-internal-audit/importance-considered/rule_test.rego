package ismslint.rules.internal_audit.importance_considered_test

import data.ismslint.rules.internal_audit.importance_considered as rule

_input(rows) := isms.parse({"registers/audits.yaml": sprintf("register: audits\nentries:\n%s\n", [rows])})

test_not_considered if {
	found := rule.findings with input as _input("  - {id: AP-1, title: Audit, auditors: CTO, planned_on: 2027-05, priorities: \"\"}")
	some finding in found
	finding.message == "the programme was not recognised to show how importance and earlier results were considered"
	finding.subject == "register/audits"
}

test_considered if {
	every rows in [
		"  - {id: AP-1, title: Audit, auditors: CTO, planned_on: 2027-05, priorities: Highest risks first}",
		"  - {id: AP-1, title: Access, auditors: CTO, frequency: yearly}\n  - {id: AP-2, title: Offices, auditors: CTO, frequency: every three years}",
	] {
		count(rule.findings) == 0 with input as _input(rows)
	}
}

test_procedure_says if {
	files := {
		"registers/audits.yaml": "register: audits\nentries:\n  - {id: AP-1, title: Audit, auditors: CTO, planned_on: 2027-05}\n",
		"internal-audit-procedure.md": "# Internal audit procedure\n\nThe programme follows the importance of the processes and the results of previous audits.\n",
	}
	count(rule.findings) == 0 with input as isms.parse(files)
	count(rule.evidence) == 1 with input as isms.parse(files)
}

test_nothing_planned if count(rule.findings) == 0 with input as _input("  - {id: A-1, title: Audit, auditors: CTO, performed_on: 2026-05-12}")
