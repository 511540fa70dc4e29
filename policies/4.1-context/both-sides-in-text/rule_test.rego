package ismslint.rules.context.both_sides_in_text_test

import data.ismslint.rules.context.both_sides_in_text as rule

_input(text) := {"isms": model.isms, "document": model.documents["context.md"]} if {
	model := isms.parse({"context.md": text})
}

_external := "## External issues\n\nCustomers ask for proof of our controls, and a new law on digital services asks for reports of incidents within one day.\n\n"

_internal := "## Internal issues\n\nTwo people know the platform, and nobody else does; both work from home, and one of them leaves next year for a longer time.\n\n"

_page(parts) := concat("", array.concat(["# Context of the organization\n\n"], parts))

test_both if {
	given := _input(_page([_external, _internal]))
	count(rule.findings) == 0 with input as given
	evidence := rule.evidence with input as given
	{[e.pos, activity] | some e in evidence; some activity in e.activities} == {["3:4:3:19", "4.1-a"], ["7:4:7:19", "4.1-b"]}
}

test_one_side if {
	external := rule.findings with input as _input(_page([_external]))
	some finding in external
	finding.activities == ["4.1-b"]
	contains(finding.message, "of external issues only, not of internal ones")
	internal := rule.findings with input as _input(_page([_internal]))
	some other in internal
	other.activities == ["4.1-a"]
}

test_neither_is_said_elsewhere if {
	given := _input(_page(["We sell books in one shop and on the web, and have done so for thirty years.\n"]))
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 0 with input as given
}

test_other_side_elsewhere if {
	model := isms.parse({"context.md": _page([_external]), "swot-analysis.md": "# SWOT analysis\n\nAs every spring we looked at ourselves and at what surrounds us.\n"})
	count(rule.findings) == 0 with input as {"isms": model.isms, "document": model.documents["context.md"]}
	register := isms.parse({"context.md": _page([_external]), "registers/issues.yaml": "register: issues\nentries:\n  - {id: I-1, title: A, effect: B}\n"})
	count(rule.findings) == 0 with input as {"isms": register.isms, "document": register.documents["context.md"]}
}

test_german if {
	model := isms.parse({"kontext.md": "# Kontext der Organisation\n\n## Externe Themen\n\nKunden verlangen Nachweise über unsere Maßnahmen.\n\n## Interne Themen\n\nZwei Personen kennen die Plattform in der Tiefe.\n"})
	given := {"isms": model.isms, "document": model.documents["kontext.md"]}
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 2 with input as given
}

test_pointed if {
	front := "---\nisms:\n  addresses:\n    4.1-a: \"#our-world\"\n    4.1-b: \"#gone\"\n---\n"
	given := _input(concat("", [front, _page(["## Our world\n\nCustomers ask for proof of our controls, more so each year.\n"])]))
	count(rule.evidence) == 1 with input as given
	found := rule.findings with input as given
	{finding.message | some finding in found} == {`"#gone" is given as the place for 4.1-b, and context.md has no such heading`}
}

# What the organisation is, and what surrounds it, need not be called issues.
test_in_other_words if {
	given := _input(_page(["We run three business lines from one office.\n", "The legal framework for medical devices changes every other year.\n"]))
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	{activity | some item in found; some activity in item.activities} == {"4.1-a", "4.1-b"}
}
