package ismslint.rules.control_of_documents.external_identified_test

import data.ismslint.rules.control_of_documents.external_identified as rule

_files(row) := {"registers/documents.yaml": sprintf("register: documents\nentries:\n  - {id: D-1, title: ISO/IEC 27001, owner: CISO, status: approved, external_origin: yes%s}\n", [row])}

test_bare if {
	found := rule.findings with input as isms.parse(_files(""))
	some finding in found
	finding.message == "from outside, without source or edition: D-1"
}

test_named if {
	count(rule.findings) == 0 with input as isms.parse(_files(", edition: '2022'"))
	count(rule.evidence) == 1 with input as isms.parse(_files(", edition: '2022'"))
}

test_legal if {
	model := isms.parse({"registers/legal.yaml": "register: legal\nentries:\n  - {id: LEG-1, title: Law, obligation: Report breaches}\n"})
	found := rule.evidence with input as model
	some item in found
	item.certainty == "indicates"
}

test_own if count(rule.findings) == 0 with input as isms.parse({"registers/documents.yaml": "register: documents\nentries:\n  - {id: D-1, title: Access, owner: CISO, external_origin: no}\n"})
