package ismslint.rules.creating_and_updating.approval_settled_test

import data.ismslint.rules.creating_and_updating.approval_settled as rule

_input(head) := {"isms": model.isms, "document": model.documents["policies/access-policy.md"]} if {
	model := isms.parse({"policies/access-policy.md": sprintf("---\n%s\n---\n# Access policy\n\nEverybody gets the access that the work takes, managers look at it twice a year, and it ends with the work.\n", [head])})
}

test_pending if {
	found := rule.findings with input as _input("status: approved\napproved_by: pending")
	some finding in found
	finding.message == `Access policy calls itself approved, and its approval is "pending"`
	finding.pos == "3:14:3:21"
}

test_empty if {
	found := rule.findings with input as _input("status: In force\napproved_by:")
	some finding in found
	finding.message == "Access policy calls itself In force, and its approval is empty"
}

test_blank if count(rule.findings) == 1 with input as _input("status: active\napproved_by: '[Name]'")

test_german if count(rule.findings) == 1 with input as _input("status: freigegeben\napproved_by: ausstehend")

test_approved if {
	count(rule.findings) == 0 with input as _input("status: approved\napproved_by: CEO")
	count(rule.evidence) == 1 with input as _input("status: approved\napproved_by: CEO")
}

test_draft if {
	count(rule.findings) == 0 with input as _input("status: draft\napproved_by: pending")
	count(rule.evidence) == 0 with input as _input("status: draft\napproved_by: CEO")
}

test_no_line if count(rule.findings) == 0 with input as _input("status: approved")

test_date_only if count(rule.findings) == 0 with input as _input("status: approved\napproved_by: CEO\napproved_on: ''")
