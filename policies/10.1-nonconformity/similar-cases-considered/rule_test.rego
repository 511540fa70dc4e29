package ismslint.rules.nonconformity.similar_cases_considered_test

import data.ismslint.rules.nonconformity.similar_cases_considered as rule

_input(rows) := isms.parse({"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n%s\n", [rows])})

test_listed if {
	rows := concat("\n", [sprintf("  - {id: NC-%d, description: Late, similar: \"\", status: closed}", [i]) | some i in [1, 2]])
	found := rule.findings with input as _input(rows)
	count(found) == 1
	some finding in found
	finding.message == "closed without a word on similar cases: NC-1, NC-2"
	count(finding.related) == 1
}

test_said if {
	given := _input("  - {id: NC-1, description: Late, similar: None elsewhere, status: closed}\n  - {id: NC-2, description: Late, similar: \"\", status: open}")
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}
