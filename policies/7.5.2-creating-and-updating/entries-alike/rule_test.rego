package ismslint.rules.creating_and_updating.entries_alike_test

import data.ismslint.rules.creating_and_updating.entries_alike as rule

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

_processes(rows) := {"processes/isms-processes.yaml": sprintf("register: processes\nlast_reviewed: 2026-09-08\nentries:\n%s", [concat("", rows)])}

_process(n, rest) := sprintf("  - {id: PRC-%d, name: Process %d, criteria: [on time], %s}\n", [n, n, rest])

_owned(last) := array.concat([_process(n, "owner: CISO") | some n in [1, 2, 3, 4]], [_process(5, last)])

test_one_of_five if {
	_messages(_processes(_owned("owner: tbd"))) == {"PRC-5: owner is empty, and 4 of the 5 entries beside it have it"}
}

test_complete if {
	files := _processes(_owned("owner: CTO"))
	count(_messages(files)) == 0
	count(rule.evidence) == 1 with input as isms.parse(files)
}

test_few_entries_are_a_note if {
	rows := array.slice(_owned("owner: tbd"), 2, 5)
	found := rule.findings with input as isms.parse(_processes(rows))
	{finding.at_most | some finding in found} == {"note"}
}

test_habit if {
	rows := array.concat([_process(n, "owner: CISO") | some n in [1, 2, 3]], [_process(n, "owner: ''") | some n in [4, 5]])
	count(_messages(_processes(rows))) == 0
}

test_a_tenth if {
	rows := array.concat([_process(n, "owner: CISO") | some n in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]], [_process(n, "owner: ''") | some n in [19, 20]])
	count(_messages(_processes(rows))) == 2
}

test_two_entries if {
	files := {"registers/exceptions.yaml": "register: exceptions\nentries:\n  - {id: EXC-1, rule: Endpoint policy, reason: Old device, approved_by: CTO, expires_on: 2027-01-01, status: open}\n  - {id: EXC-2, rule: Backup policy, approved_by: CTO, expires_on: 2027-01-01, status: open}\n"}
	count(_messages(files)) == 1
	table := {"registers/exceptions.md": "# Exceptions\n\n| ID | Rule | Reason | Approved by | Expires on | Status |\n|---|---|---|---|---|---|\n| EXC-1 | Endpoint policy | Old device | CTO | 2027-01-01 | open |\n| EXC-2 | Backup policy | | CTO | 2027-01-01 | open |\n"}
	count(_messages(table)) == 0
}

_change(n, rest) := sprintf("  - {id: CHG-%d, what: Change %d, responsible: CTO, approved_by: CTO, status: open, %s}\n", [n, n, rest])

test_unplanned if {
	planned := [_change(n, "planned: \"yes\", purpose: Growth") | some n in [1, 2, 3, 4]]
	count(_messages({"registers/changes.yaml": sprintf("register: changes\nentries:\n%s", [concat("", array.concat(planned, [_change(5, "planned: \"no\"")]))])})) == 0
	count(_messages({"registers/changes.yaml": sprintf("register: changes\nentries:\n%s", [concat("", array.concat(planned, [_change(5, "planned: \"yes\"")]))])})) == 1
}

_treatment(n, rest) := sprintf("  - {id: RT-%d, risks: [RSK-%d], option: modify, action: Something, owner: CTO, due: 2026-05-01, %s}\n", [n, n, rest])

test_of_one_status if {
	done := [_treatment(n, "status: done, done_on: 2026-04-01") | some n in [1, 2, 3]]
	rows := array.concat(done, [_treatment(4, "status: done"), _treatment(5, "status: open")])
	_messages({"registers/treatments.yaml": sprintf("register: treatments\nentries:\n%s", [concat("", rows)])}) == {"RT-4: date done is empty, and 3 of the 4 entries with the status \"done\" have it"}
}

_issue(n, day) := sprintf("  - {id: ISS-%d, side: external, title: Issue %d, effect: Some, reviewed_on: %s}\n", [n, n, day])

test_left_out_of_the_review if {
	rows := array.concat([_issue(n, "2026-09-22") | some n in [1, 2, 3, 4]], [_issue(5, "2024-09-22")])
	_messages({"context/issues.yaml": sprintf("register: issues\nentries:\n%s", [concat("", rows)])}) == {"ISS-5 was last reviewed on 2024-09-22, all the others since"}
}

test_empty if {
	_messages({"registers/treatments.yaml": "register: treatments\nversion: \"1.0\"\nentries: []\n"}) == {"Risk treatment plan has no entry, and nothing says that there is none to make"}
}

_incident(id, rest) := sprintf("id: %s\ntitle: Lost laptop\nsummary: Left in a train\noccurred_on: 2026-03-10\nowner: CTO\nstatus: closed\n%s", [id, rest])

test_folder if {
	files := {
		"registers/incidents/INC-1.yaml": _incident("INC-1", "severity: low\n"), "registers/incidents/INC-2.yaml": _incident("INC-2", "severity: low\n"),
		"registers/incidents/INC-3.yaml": _incident("INC-3", ""),
	}
	count(_messages(files)) == 1
}

test_avoided if {
	modified := [_treatment(n, "status: open, controls: [A.8.13]") | some n in [1, 2, 3, 4]]
	avoided := "  - {id: RT-5, risks: [RSK-5], option: avoid, action: Stop it, owner: CTO, due: 2027-05-01, status: open}\n"
	count(_messages({"registers/treatments.yaml": sprintf("register: treatments\nentries:\n%s", [concat("", array.concat(modified, [avoided]))])})) == 0
	count(_messages({"registers/treatments.yaml": sprintf("register: treatments\nentries:\n%s", [concat("", array.concat(modified, [_treatment(5, "status: open")]))])})) == 1
}
