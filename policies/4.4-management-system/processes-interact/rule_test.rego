package ismslint.rules.management_system.processes_interact_test

import data.ismslint.rules.management_system.processes_interact as rule

_processes(fields) := {"registers/processes.yaml": sprintf("register: processes\nentries:\n  - {id: P-1, name: Audit, owner: CTO, criteria: Yearly, interacts_with: [P-2]}\n  - {id: P-2, name: Review, owner: CTO, criteria: Yearly, %s}\n", [fields])}

test_given if {
	every fields in ["interacts_with: [P-1]", "inputs: Report, outputs: Minutes", "interacts_with: [], status: closed"] {
		model := isms.parse(_processes(fields))
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_not_given if {
	every fields in ["interacts_with: []", "inputs: Report", "interacts_with: TBD", "outputs: Minutes"] {
		found := rule.findings with input as isms.parse(_processes(fields))
		some finding in found
		finding.message == "P-2 gives neither inputs and outputs nor the processes it works with"
		startswith(finding.pos, "4:")
	}
}

_plain := {"registers/processes.yaml": "register: processes\nentries:\n  - {id: P-1, name: Audit, owner: CTO, criteria: Yearly}\n"}

test_no_column if {
	found := rule.findings with input as isms.parse(_plain)
	some finding in found
	finding.subject == "register/processes"
	count(rule.evidence) == 0 with input as isms.parse(_plain)
}

test_sentence_in_the_manual if {
	model := isms.parse(object.union(_plain, {"isms-manual.md": "# ISMS manual\n\nThe output of the audit is the input of the review, and the review decides what is improved.\n"}))
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	some e in evidence
	e.certainty == "indicates"
}
