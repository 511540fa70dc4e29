package ismslint.rules.controls.evidence_named_test

import data.ismslint.rules.controls.evidence_named as rule

_files(more) := {"registers/soa.yaml": sprintf("register: soa\nedition: \"2022\"\nentries:\n  - {id: \"8.13\", title: Copies, applicable: yes, justification: Ransomware, implementation: implemented, evidence: Tape book}\n  - {id: \"8.14\", applicable: yes, justification: Outages, implementation: implemented, description: Two regions}\n%s\n", [more])}

_open := "  - {id: \"8.15\", applicable: yes, justification: Traces, implementation: implemented, evidence: ''}"

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

test_nothing_named if {
	_messages(_files(_open)) == {"8.15 is stated as implemented, and nothing here shows where"}
	count(rule.evidence) == 2 with input as isms.parse(_files(_open))
}

test_trace_elsewhere if {
	every path, text in {
		"processes/logs.md": "---\nversion: 1.0\ndate: 2026-03-01\ncontrols: [\"8.15\"]\n---\n# Procedure for logs\n\nLogs of all systems are kept for a year. The platform team looks at them each week and raises what is odd.\n",
		"registers/treatments.yaml": "register: treatments\nentries:\n  - {id: RT-1, risks: R-1, action: Logs, option: modify, controls: [\"8.15\"], owner: CTO, due: 2026-01-01, status: done}\n",
	} {
		count(_messages(object.union(_files(_open), {path: text}))) == 0
	}
}

test_quiet if {
	every row in [
		"  - {id: \"8.15\", applicable: yes, justification: Traces, implementation: partial, evidence: ''}",
		"  - {id: \"8.15\", applicable: no, justification: Traces, implementation: implemented}",
		"  - {id: \"8.15\", applicable: yes, justification: Traces, implementation: implemented, comment: in the console}",
		"  - {id: \"8.15\", applicable: yes, justification: Traces, implementation: implemented, verified_on: 2026-02-01}",
		# Most rows have none: that is how this Statement is kept.
		concat("\n", [sprintf("  - {id: \"7.%d\", applicable: yes, justification: Doors, implementation: implemented}", [n]) | some n in [1, 2, 3]]),
	] {
		count(_messages(_files(row))) == 0
	}
}

test_description_is_the_title if {
	rows := concat("\n", [sprintf("| %s | Some title | yes | RSK-1 | implemented | %s |", row) | some row in [["8.13", "Tape book"], ["8.14", "Exercise"], ["8.15", ""]]])
	text := sprintf("# Statement of Applicability\n\n| Control | Description | Applicable | Justification | Status | Evidence |\n|---|---|---|---|---|---|\n%s\n", [rows])
	_messages({"registers/soa.md": text}) == {"8.15 is stated as implemented, and nothing here shows where"}
}
