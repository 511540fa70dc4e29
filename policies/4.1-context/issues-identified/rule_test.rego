package ismslint.rules.context.issues_identified_test

import data.ismslint.rules.context.issues_identified as rule

_issues(entries) := isms.parse({"registers/issues.yaml": concat("", ["register: issues\nentries:\n", entries])})

test_register if {
	model := _issues("  - {id: I-1, side: external, title: Flood, effect: Outage}\n  - {id: I-2, side: intern, title: One engineer, effect: Delay}\n")
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	{activity | some e in evidence; some activity in e.activities} == {"4.1-a", "4.1-b"}
}

test_side_open if {
	model := _issues("  - {id: I-1, category: nature, title: Flood, effect: Outage}\n")
	evidence := rule.evidence with input as model
	some e in evidence
	e.certainty == "indicates"
	not e.activities
}

test_text if {
	model := isms.parse({"context.md": "# Context of the organization\n\n## External issues\n\nCustomers ask for proof of our controls. We look at this page each spring and change what has changed since.\n"})
	count(rule.findings) == 0 with input as model
}

test_german if {
	model := isms.parse({"kontext.md": "# Kontext der Organisation\n\n## Interne Themen\n\nZwei Personen kennen die Plattform in der Tiefe, alle anderen nur den eigenen Teil davon.\n"})
	count(rule.findings) == 0 with input as model
}

test_nothing if {
	found := rule.findings with input as isms.parse({"README.md": "# Ours\n\nHere is what we do about security, and for whom we do it.\n"})
	some finding in found
	finding.absent == "issues"
	finding.certainty == "indicates"
	finding.message == "no external and internal issues were recognised in a register, document or section"
}

test_context_without_any if {
	text := "We sell books in one shop and on the web, and have done so for thirty years."
	found := rule.findings with input as isms.parse({"context.md": sprintf("# Context of the organization\n\n%s\n", [text])})
	some finding in found
	finding.path == "context.md"
	contains(finding.message, "context.md speaks of the context and was not recognised to name any")
	section := rule.findings with input as isms.parse({"a-policy.md": sprintf("# Access policy\n\n%s\n\n## Organizational context\n\n%s\n", [text, text])})
	some other in section
	not contains(other.message, "speaks of the context")
}

test_template if {
	found := rule.findings with input as isms.parse({"templates/context.md": "# Context of the organization\n\n## External issues\n\nCustomers ask for proof of our controls. We look at this page each spring and change what has changed since.\n"})
	some finding in found
	contains(finding.message, "templates/context.md is not counted")
}

test_determined_under_its_other_name if {
	model := isms.parse({"isms.yaml": "edition: \"2022\"\ndetermined: [context]\n", "a.md": "# A\n\nText.\n"})
	found := rule.findings with input as model
	some finding in found
	finding.absent == "context"
}
