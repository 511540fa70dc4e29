package ismslint.rules.controls.target_overdue_test

import data.ismslint.rules.controls.target_overdue as rule

_files(row) := {"registers/soa.yaml": sprintf("register: soa\nedition: \"2022\"\nentries:\n  - {id: \"8.14\", justification: Outages, %s}\n", [row])}

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

test_overdue if {
	every status in ["planned", "partial", "not implemented"] {
		_messages(_files(sprintf("applicable: yes, implementation: %s, target_date: 2026-06-30", [status]))) == {sprintf("8.14 was to be implemented by 2026-06-30; its status is \"%s\"", [status])}
	}
}

test_quiet if {
	every row in [
		"applicable: yes, implementation: implemented, target_date: 2026-06-30", "applicable: yes, implementation: planned, target_date: 2026-11",
		"applicable: yes, implementation: planned, target_date: spring", "applicable: no, implementation: planned, target_date: 2026-06-30",
		"applicable: yes, target_date: 2026-06-30",
	] {
		count(_messages(_files(row))) == 0
	}
}

test_reported_at_the_treatment if {
	treatment := "register: treatments\nentries:\n  - {id: RT-1, risks: RSK-1, action: Region, option: modify, controls: [\"8.14\"], owner: CTO, due: 2026-06-30, status: open}\n"
	files := object.union(_files("applicable: yes, implementation: planned, target_date: 2026-06-30"), {"registers/treatments.yaml": treatment})
	count(_messages(files)) == 0
	count(rule.evidence) == 1 with input as isms.parse(files)
}
