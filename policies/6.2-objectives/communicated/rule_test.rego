package ismslint.rules.objectives.communicated_test

import data.ismslint.rules.objectives.communicated as rule

_input(rows) := isms.parse({"registers/objectives.yaml": sprintf("register: objectives\nentries:\n%s\n", [rows])})

test_told if {
	model := _input("  - {id: O-1, statement: Patch fast, communicated_to: All staff}\n  - {id: O-2, statement: Keys, communicated_to: \"\", communicated_on: 2026-02-01}")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 2 with input as model
}

test_untold if {
	found := rule.findings with input as _input("  - {id: O-1, statement: Patch fast, communicated_to: All}\n  - {id: O-2, statement: Keys, communicated_to: TBD}\n  - {id: O-3, statement: Logs, communicated_to: \"\"}")
	some finding in found
	finding.message == "not recorded as communicated: O-2, O-3"
	finding.subject == "objectives/O-2"
}

test_reached if {
	count(rule.findings) == 0 with input as _input("  - {id: O-1, statement: Patch fast, communicated_to: \"\", status: erreicht}")
}
