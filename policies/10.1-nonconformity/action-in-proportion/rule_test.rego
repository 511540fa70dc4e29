package ismslint.rules.nonconformity.action_in_proportion_test

import data.ismslint.rules.nonconformity.action_in_proportion as rule

_input(rows) := isms.parse({"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n%s\n", [rows])})

test_major if {
	found := rule.findings with input as _input("  - {id: NC-1, description: No audit, grade: Major, cause: \"\", corrective_action: \"\", status: closed}")
	some finding in found
	finding.message == "NC-1 is graded \"Major\"; neither cause nor corrective action is recorded"
}

test_quiet if {
	every row in [
		"grade: minor, cause: \"\", corrective_action: \"\", status: closed",
		"grade: \"\", cause: \"\", corrective_action: \"\", status: closed",
		"grade: major, cause: \"\", corrective_action: \"\", status: open",
		"grade: major, cause: No plan, corrective_action: \"\", status: closed",
		"grade: major, cause: \"\", corrective_action: Plan, status: closed",
		"grade: major, cause: \"\", corrective_action: \"\", action_needed: no, status: closed",
	] {
		count(rule.findings) == 0 with input as _input(sprintf("  - {id: NC-1, description: No audit, %s}", [row]))
	}
}

test_evidence if {
	count(rule.evidence) == 1 with input as _input("  - {id: NC-1, description: Late, grade: minor, corrective_action: Calendar, status: open}")
}
