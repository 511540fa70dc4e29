package ismslint.rules.policy.objectives_stated_test

import data.ismslint.rules.policy.objectives_stated as rule

_path := "policies/information-security-policy.md"

_intro := "Our customers trust us with their building plans, and this policy says how we keep their plans confidential."

_input(front, text) := {"isms": model.isms, "document": model.documents[_path]} if {
	model := isms.parse({_path: sprintf("%s# Information security policy\n\n%s\n\n%s\n", [front, _intro, text])})
}

test_worded if {
	given := _input("", "Our objectives are set in January.")
	count(rule.findings) == 0 with input as given
	evidence := rule.evidence with input as given
	some e in evidence
	e.certainty == "indicates"
}

test_german if {
	model := isms.parse({"leitlinie/informationssicherheitsleitlinie.md": `# Informationssicherheitsleitlinie

Diese Leitlinie gilt für alle, die für uns arbeiten, und für alle Informationen, die uns die Kunden anvertrauen.

Die Ziele der Informationssicherheit legt die Geschäftsführung jedes Jahr fest.
`})
	given := {"isms": model.isms, "document": model.documents["leitlinie/informationssicherheitsleitlinie.md"]}
	given.document.language == "de"
	count(rule.findings) == 0 with input as given
}

test_not_recognised if {
	found := rule.findings with input as _input("", "Everybody locks the screen when leaving the desk.")
	count(found) == 1
	some finding in found
	finding.message == "Information security policy was not recognised to state objectives or how they are set"
	finding.certainty == "indicates"
	startswith(finding.pos, "1:")
}

test_declared_section_decides if {
	given := _input(
		`---
isms.addresses: {"5.2-b": "#our-word"}
---
`,
		"## Our word\n\nWe do what we have promised.",
	)
	count(rule.findings) == 0 with input as given
	evidence := rule.evidence with input as given
	some e in evidence
	not e.certainty == "indicates"
	startswith(e.pos, "2:")
}

test_declared_heading_is_not_there if {
	found := rule.findings with input as _input(
		`---
isms.addresses: {"5.2-b": "#our-word"}
---
`,
		"Our objectives are set in January.",
	)
	count(found) == 1
	some finding in found
	contains(finding.message, "has no such heading")
	startswith(finding.pos, "2:")
}

test_declared_section_is_empty if {
	found := rule.findings with input as _input(
		`---
isms.addresses: {"5.2-b": "our-word"}
---
`,
		"## Our word\n",
	)
	count(found) == 1
	some finding in found
	contains(finding.message, "the section says nothing")
}

test_language_without_vocabulary if {
	given := _input("", "Everybody locks the screen.")
	unread := object.union(given, {"document": object.union(given.document, {"language": ""})})
	count(rule.findings) == 0 with input as unread
}

test_link_to_objectives if {
	model := isms.parse({
		_path: sprintf("# Information security policy\n\n%s\n\nMore is [here](../registers/objectives.yaml).\n", [_intro]),
		"registers/objectives.yaml": "register: objectives\nentries:\n  - {id: OBJ-1, objective: Restore in four hours, owner: CTO, due: 2026-12-31}\n",
	})
	given := {"isms": model.isms, "document": model.documents[_path]}
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}
