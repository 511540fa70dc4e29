package ismslint.rules.control_of_documents.retention_recognised_test

import data.ismslint.rules.control_of_documents.retention_recognised as rule

_rules := "# Control of documented information\n\nEverybody may read all documents, and a change needs a review by a second person before it is merged.\n"

_policy(head) := sprintf("%s# Access policy\n\nEverybody gets the access that the work takes, managers look at it twice a year, and it ends with the work.\n", [head])

test_not_said if {
	found := rule.findings with input as isms.parse({"document-control.md": _rules})
	some finding in found
	finding.path == "document-control.md"
	startswith(finding.message, "no retention period was recognised for records")
}

test_said if {
	count(rule.findings) == 0 with input as isms.parse({"document-control.md": concat("", [_rules, "\nRecords are kept for six years.\n"])})
}

test_headed if {
	model := isms.parse({"document-control.md": _rules, "access-policy.md": _policy("---\nretention: six years\n---\n")})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_listed if {
	model := isms.parse({"document-control.md": _rules, "registers/documents.yaml": "register: documents\nentries:\n  - {id: D-1, title: Access, version: '1', owner: CISO, retention: 6 years}\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_policy if {
	text := "# Data retention policy\n\nCustomer data is deleted when the contract ends, records of the ISMS after six years, and accounts after ten years.\n"
	model := isms.parse({"document-control.md": _rules, "policies/data-retention-policy.md": text})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_no_rules if count(rule.findings) == 0 with input as isms.parse({"access-policy.md": _policy("")})

test_small if count(rule.findings) == 0 with input as isms.parse({"document-control.md": _rules, "isms.yaml": "organization: {persons: 5}\n"})
