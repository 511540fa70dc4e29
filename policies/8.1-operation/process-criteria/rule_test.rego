package ismslint.rules.operation.process_criteria_test

import data.ismslint.rules.operation.process_criteria as rule

_input(rows) := isms.parse({"edition": "2022", "registers/processes.yaml": sprintf("register: processes\nentries:\n%s\n", [rows])})

test_given if {
	model := _input("  - {id: P-1, name: Patching, owner: CTO, criteria: Seven days}")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_not_given if {
	found := rule.findings with input as _input("  - {id: P-1, name: Patching, owner: CTO, criteria: \"\"}\n  - {id: P-2, name: Backup, owner: CTO, criteria: TBD, status: running}")
	{finding.message | some finding in found} == {"no criteria are recorded by which the process runs: P-1, P-2"}
}

test_not_running if {
	rows := "  - {id: P-1, name: Patching, owner: CTO, criteria: \"\", status: planned}\n  - {id: P-2, name: Backup, owner: CTO, criteria: \"\", status: suspended}"
	count(rule.findings) == 0 with input as _input(rows)
}
