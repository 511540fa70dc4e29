package ismslint.rules.controls.open_control_planned_test

import data.ismslint.rules.controls.open_control_planned as rule

_files(row) := {
	"registers/soa.yaml": sprintf("register: soa\nedition: \"2022\"\nentries:\n  - {id: \"8.13\", applicable: yes, justification: Ransomware, implementation: implemented}\n  - {id: \"8.14\", applicable: yes, justification: Outages, %s}\n", [row]),
	"registers/treatments.yaml": "register: treatments\nentries:\n  - {id: RT-1, risks: RSK-1, action: Copies, option: modify, controls: [\"8.13\"], owner: CTO, due: 2027-01-01, status: open}\n",
}

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

test_not_planned if {
	every status in ["planned", "partial", "not implemented"] {
		files := _files(sprintf("implementation: %s", [status]))
		_messages(files) == {sprintf("8.14 applies and is \"%s\"; no target date and no treatment of it was found", [status])}
		count(rule.evidence) == 0 with input as isms.parse(files)
	}
}

test_planned if {
	every row in [
		"implementation: planned, target_date: 2027-03-01", "implementation: planned, target_date: next spring",
		"implementation: partial, comment: RT-1", "implementation: partial, risks: RSK-1",
	] {
		count(_messages(_files(row))) == 0
		count(rule.evidence) == 1 with input as isms.parse(_files(row))
	}
}

test_treatment_names_it if {
	text := "register: treatments\nentries:\n  - {id: RT-1, risks: RSK-1, action: Copies, option: modify, controls: [\"8.13\", \"8.14\"], owner: CTO, due: 2027-01-01, status: open}\n"
	count(_messages(object.union(_files("implementation: planned"), {"registers/treatments.yaml": text}))) == 0
}

test_dates_in_other_rows if {
	text := "register: soa\nedition: \"2022\"\nentries:\n  - {id: \"8.13\", applicable: yes, justification: Ransomware, implementation: planned, target_date: 2027-01-01}\n  - {id: \"8.14\", applicable: yes, justification: Outages, implementation: planned}\n"
	_messages({"registers/soa.yaml": text}) == {"8.14 applies and is \"planned\"; no target date and no treatment of it was found"}
}

test_quiet if {
	every row in ["implementation: implemented", "implementation: ''", "implementation: see wiki"] {
		count(_messages(_files(row))) == 0
	}

	# Nowhere to plan it, or a plan in words.
	count(_messages(object.remove(_files("implementation: planned"), ["registers/treatments.yaml"]))) == 0
	text := "register: treatments\nentries:\n  - {id: RT-1, risks: RSK-1, action: Copies, option: modify, owner: CTO, due: 2027-01-01, status: open}\n"
	count(_messages(object.union(_files("implementation: planned"), {"registers/treatments.yaml": text}))) == 0
}
