package ismslint.rules.control_of_documents.changes_controlled_test

import data.ismslint.rules.control_of_documents.changes_controlled as rule

_policy(head) := sprintf("%s# Access policy\n\nEverybody gets the access that the work takes, managers look at it twice a year, and it ends with the work.\n", [head])

test_none if {
	found := rule.findings with input as isms.parse({"access-policy.md": _policy("")})
	some finding in found
	finding.message == "none of the 1 documents here shows its version"
}

test_version if {
	model := isms.parse({"access-policy.md": _policy("---\nversion: 1.2\n---\n")})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_git if {
	model := isms.parse({"access-policy.md": _policy(""), "isms.yaml": "versions: git\n"})
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	some item in found
	item.path == "isms.yaml"
}
