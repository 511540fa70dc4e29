package ismslint.rules.operation.process_trace_current_test

import data.ismslint.rules.operation.process_trace_current as rule

_input(more, date) := isms.parse({
	"registers/processes.yaml": sprintf("register: processes\nentries:\n  - {id: P-1, name: Backup, owner: CTO, criteria: Four hours, %s}\n", [more]),
	"records/restore-test.md": sprintf("---\ntype: record.restore-test\n%s\n---\n# Restore test\n\nAll data were restored in three hours and compared by check sums.\n", [date]),
})

_messages(more, date) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(more, date)
}

test_old if {
	_messages("frequency: quarterly, evidence: [records/restore-test.md]", "date: 2026-03-19") == {
		"the newest record named for P-1 is of 2026-03-19, planned \"quarterly\"",
	}
}

test_recent if {
	_messages("frequency: quarterly, evidence: [records/restore-test.md]", "date: 2026-09-17") == set()
	found := rule.evidence with input as _input("frequency: quarterly, evidence: [records/restore-test.md]", "date: 2026-09-17")
	count(found) == 1
}

test_quiet if {
	_messages("frequency: as needed, evidence: [records/restore-test.md]", "date: 2026-03-19") == set()
	_messages("frequency: quarterly, evidence: [https://tickets.example/1]", "date: 2026-03-19") == set()
	_messages("frequency: quarterly, evidence: [records/restore-test.md]", "owner: CTO") == set()
	_messages("frequency: quarterly, evidence: [records/restore-test.md], status: planned", "date: 2026-03-19") == set()
	_messages("frequency: quarterly, evidence: \"\"", "date: 2026-03-19") == set()
}
