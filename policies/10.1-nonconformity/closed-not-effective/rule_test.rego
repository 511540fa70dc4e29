package ismslint.rules.nonconformity.closed_not_effective_test

import data.ismslint.rules.nonconformity.closed_not_effective as rule

_input(rows) := isms.parse({"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n%s\n", [rows])})

test_contradiction if {
	found := rule.findings with input as _input("  - {id: NC-1, description: Late, corrective_action: Calendar, effectiveness: not effective, status: closed}")
	some finding in found
	finding.message == "NC-1 is closed although its action is recorded as \"not effective\""
	count(finding.related) == 1
}

test_quiet if {
	every rows in [
		"  - {id: NC-1, description: Late, effectiveness: not effective, status: in progress}",
		"  - {id: NC-1, description: Late, effectiveness: effective, status: closed}",
		"  - {id: NC-1, description: Late, effectiveness: maybe, status: closed}",
		"  - {id: NC-1, description: Late, effectiveness: not effective, status: closed}\n  - {id: NC-2, description: Late again as in NC-1, status: open}",
		"  - {id: NC-1, description: Late, effectiveness: not effective, comment: goes on as NC-2, status: closed}\n  - {id: NC-2, description: Late again, status: open}",
	] {
		count(rule.findings) == 0 with input as _input(rows)
	}
}

test_evidence if {
	found := rule.evidence with input as _input("  - {id: NC-1, description: Late, effectiveness: effective, status: closed}")
	count(found) == 1
}
