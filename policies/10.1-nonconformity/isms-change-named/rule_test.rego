package ismslint.rules.nonconformity.isms_change_named_test

import data.ismslint.rules.nonconformity.isms_change_named as rule

_input(rows) := isms.parse({"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n%s\n", [rows])})

test_nothing_named if {
	every word in ["Yes", "required", "ja"] {
		found := rule.findings with input as _input(sprintf("  - {id: NC-1, description: Late, isms_change: \"%s\", status: open}", [word]))
		some finding in found
		finding.message == sprintf("NC-1 asks for a change of the ISMS (\"%s\"), and nothing is named", [word])
	}
}

_files(id) := {
	"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n  - {id: NC-1, description: Late, isms_change: %s, status: open}\n", [id]),
	"registers/changes.yaml": "register: changes\nentries:\n  - {id: CHG-1, title: New calendar, status: done}\n",
}

test_reference if {
	found := rule.findings with input as isms.parse(_files("CHG-7"))
	some finding in found
	finding.message == "NC-1 asks for a change of the ISMS, and CHG-7 does not exist"
	count(rule.findings) == 0 with input as isms.parse(_files("CHG-1"))
	count(rule.findings) == 0 with input as isms.parse(_files("Policy 1.4"))
}

test_quiet if {
	every word in ["", "no", "none", "Access control policy 1.4"] {
		count(rule.findings) == 0 with input as _input(sprintf("  - {id: NC-1, description: Late, isms_change: \"%s\", status: open}", [word]))
	}
}

test_evidence if {
	count(rule.evidence) == 1 with input as _input("  - {id: NC-1, description: Late, isms_change: Policy 1.4, status: open}")
}
