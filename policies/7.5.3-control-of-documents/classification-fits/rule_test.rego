package ismslint.rules.control_of_documents.classification_fits_test

import data.ismslint.rules.control_of_documents.classification_fits as rule

_files(label, public) := isms.parse({
	"isms.yaml": sprintf("public: %s\n", [public]),
	"access-policy.md": sprintf("---\nclassification: %s\n---\n# Access policy\n\nEverybody gets the access that the work takes, managers look at it twice a year, and it ends with the work.\n", [label]),
})

test_closed if {
	found := rule.findings with input as _files("Internal", "true")
	some finding in found
	finding.message == `isms.yaml says that everybody can read this repository; 1 document is labelled "Internal": access-policy.md`
	startswith(finding.pos, "2:")
}

test_open if {
	count(rule.findings) == 0 with input as _files("Public", "true")
	count(rule.evidence) == 1 with input as _files("Public", "true")
}

test_not_public if count(rule.findings) == 0 with input as _files("Internal", "false")

test_several if {
	text := "---\nclassification: Confidential\n---\n# Access policy\n\nEverybody gets the access that the work takes, managers look at it twice a year, and it ends with the work.\n"
	found := rule.findings with input as isms.parse({"isms.yaml": "public: true\n", "a-policy.md": text, "b-policy.md": text})
	some finding in found
	endswith(finding.message, "2 documents are labelled as internal or confidential: a-policy.md, b-policy.md")
}

test_register if {
	model := isms.parse({"registers/documents.yaml": "register: documents\nentries:\n  - {id: D-1, title: Access, version: '1', owner: CISO, classification: Internal}\n"})
	count(rule.evidence) == 1 with input as model
}
