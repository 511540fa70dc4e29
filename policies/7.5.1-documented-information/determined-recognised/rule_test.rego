package ismslint.rules.documented_information.determined_recognised_test

import data.ismslint.rules.documented_information.determined_recognised as rule

_isms(items) := sprintf("edition: '2022'\ndetermined: [%s]\n", [items])

test_not_there if {
	found := rule.findings with input as isms.parse({"isms.yaml": _isms("assets, plan.continuity")})
	{finding.message | some finding in found} == {
		"isms.yaml says that assets is needed, and nothing here was recognised as it",
		"isms.yaml says that plan.continuity is needed, and nothing here was recognised as it",
	}
	{finding.pos | some finding in found} == {"2:14:2:20", "2:22:2:37"}
}

test_there if {
	model := isms.parse({
		"isms.yaml": _isms("assets, plan.continuity"),
		"registers/assets.csv": "id,name,owner\nA-1,Laptops,CTO\n",
		"continuity-plan.md": "# Continuity plan\n\nWhen the office cannot be used, everybody works from home and the service runs on in the second region.\n",
	})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 2 with input as model
}

test_outside if {
	text := concat("", [_isms("assets"), "outside: [{item: assets, where: the asset tool}]\n"])
	count(rule.findings) == 0 with input as isms.parse({"isms.yaml": text})
}

test_said_elsewhere if count(rule.findings) == 0 with input as isms.parse({"isms.yaml": _isms("issues, audits, awareness")})

test_not_counted if {
	text := "# Continuity plan\n\nSay here what happens when the office cannot be used, and who decides on it, in a page at most for all.\n"
	found := rule.findings with input as isms.parse({"isms.yaml": _isms("plan.continuity"), "templates/continuity-plan.md": text})
	some finding in found
	contains(finding.message, "; templates/continuity-plan.md is not counted: ")
}

test_document_register if {
	model := isms.parse({"registers/documents.yaml": "register: documents\nentries:\n  - {id: D-1, title: Policy, version: '1.0', owner: CISO}\n"})
	count(rule.evidence) == 1 with input as model
}
