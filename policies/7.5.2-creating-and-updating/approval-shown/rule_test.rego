package ismslint.rules.creating_and_updating.approval_shown_test

import data.ismslint.rules.creating_and_updating.approval_shown as rule

_policy(head) := sprintf("%s# Access policy\n\nEverybody gets the access that the work takes, managers look at it twice a year, and it ends with the work.\n", [head])

test_none if {
	found := rule.findings with input as isms.parse({"access-policy.md": _policy("")})
	some finding in found
	finding.message == "none of the 1 documents here shows who approved it"
}

test_approver if count(rule.findings) == 0 with input as isms.parse({"access-policy.md": _policy("---\napproved_by: CEO\n---\n")})

test_review if {
	model := isms.parse({"access-policy.md": _policy(""), "isms.yaml": "approval: pull-request\n"})
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	some item in found
	item.path == "isms.yaml"
}

test_register if {
	model := isms.parse({
		"access-policy.md": _policy(""),
		"registers/documents.yaml": "register: documents\nentries:\n  - {id: D-1, title: Access, version: '1', owner: CISO, approved_by: CEO}\n",
	})
	count(rule.findings) == 0 with input as model
}

test_draft if count(rule.findings) == 0 with input as isms.parse({"access-policy.md": _policy("---\nstatus: draft\n---\n")})
