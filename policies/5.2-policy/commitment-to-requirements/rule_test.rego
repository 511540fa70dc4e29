package ismslint.rules.policy.commitment_to_requirements_test

import data.ismslint.rules.policy.commitment_to_requirements as rule

_path := "policies/information-security-policy.md"

_intro := "Our customers trust us with their building plans, and this policy says how we keep their plans confidential."

_input(front, text) := {"isms": model.isms, "document": model.documents[_path]} if {
	model := isms.parse({_path: sprintf("%s# Information security policy\n\n%s\n\n%s\n", [front, _intro, text])})
}

test_worded if {
	given := _input("", "We commit to meeting all legal and contractual requirements.")
	count(rule.findings) == 0 with input as given
	evidence := rule.evidence with input as given
	some e in evidence
	e.certainty == "indicates"
}

test_german if {
	model := isms.parse({"leitlinie/informationssicherheitsleitlinie.md": `# Informationssicherheitsleitlinie

Diese Leitlinie gilt für alle, die für uns arbeiten, und für alle Informationen, die uns die Kunden anvertrauen.

Wir verpflichten uns, die gesetzlichen und vertraglichen Anforderungen einzuhalten.
`})
	given := {"isms": model.isms, "document": model.documents["leitlinie/informationssicherheitsleitlinie.md"]}
	given.document.language == "de"
	count(rule.findings) == 0 with input as given
}

test_not_recognised if {
	found := rule.findings with input as _input("", "Everybody locks the screen when leaving the desk.")
	count(found) == 1
	some finding in found
	finding.message == "Information security policy was not recognised to commit to meeting applicable requirements"
	finding.certainty == "indicates"
	startswith(finding.pos, "1:")
}

test_declared_section_decides if {
	given := _input(
		`---
isms.addresses: {"5.2-c": "#our-word"}
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
isms.addresses: {"5.2-c": "#our-word"}
---
`,
		"We commit to meeting all legal and contractual requirements.",
	)
	count(found) == 1
	some finding in found
	contains(finding.message, "has no such heading")
	startswith(finding.pos, "2:")
}

test_declared_section_is_empty if {
	found := rule.findings with input as _input(
		`---
isms.addresses: {"5.2-c": "our-word"}
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
