package ismslint.rules.context.climate_decided_test

import data.ismslint.rules.context.climate_decided as rule

_issues(header, entry) := isms.parse({
	"edition": "2022+amd1",
	"registers/issues.yaml": sprintf("register: issues\n%sentries:\n  - {id: I-1, title: %s, effect: Outage}\n", [header, entry]),
})

test_declared if {
	every header in ["climate_determination: {relevant: \"no\", decided_on: 2026-03-03}\n", "climate_determination: {relevant: yes}\n", "climate_determination: \"no\"\n"] {
		model := _issues(header, "Flood")
		count(rule.findings) == 0 with input as model
		evidence := rule.evidence with input as model
		some e in evidence
		startswith(e.pos, "2:")
		not e.certainty == "indicates"
	}
}

test_date if {
	evidence := rule.evidence with input as _issues("climate_determination: {relevant: \"no\", decided_on: 2026-03-03}\n", "Flood")
	some e in evidence
	e.date == "2026-03-03"
}

test_undecided if {
	every header in ["", "climate_determination: {relevant: TBD}\n", "climate_determination: {}\n", "climate_determination: [a]\n"] {
		found := rule.findings with input as _issues(header, "Flood")
		some finding in found
		finding.path == "registers/issues.yaml"
		finding.certainty == "indicates"
	}
}

test_issue if {
	model := _issues("", "Climate change floods our town")
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	some e in evidence
	e.certainty == "indicates"
	startswith(e.pos, "3:")
}

test_column if {
	text := "# Issue register\n\n| ID | Issue | Side | Effect | Climate change relevant |\n|---|---|---|---|---|\n| I-1 | Flood | external | Outage | yes |\n"
	model := isms.parse({"edition": "2022+amd1", "issues.md": text})
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	some e in evidence
	startswith(e.pos, "5:")
}

test_sentence if {
	scope := "# ISMS scope\n\nThe ISMS covers all of our work. We looked at climate change and do not see it as a relevant issue.\n"
	model := isms.parse({"edition": "2022+amd1", "scope.md": scope})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
	german := "# Geltungsbereich des ISMS\n\nDas ISMS gilt für alle Standorte. Der Klimawandel ist für uns kein relevantes Thema.\n"
	count(rule.findings) == 0 with input as isms.parse({"edition": "2022+amd1", "geltungsbereich.md": german})
}

test_places if {
	nothing := rule.findings with input as isms.parse({"edition": "2022+amd1", "README.md": "# Ours\n\nHere is what we do about security.\n"})
	some finding in nothing
	finding.path == "README.md"
	text := "We sell books in one shop and on the web, and have done so for thirty years."
	context := rule.findings with input as isms.parse({"edition": "2022+amd1", "README.md": "# Ours\n", "context.md": sprintf("# Context of the organization\n\n%s\n", [text])})
	some other in context
	other.path == "context.md"
	section := isms.parse({"edition": "2022+amd1", "README.md": "# Ours\n", "p.md": sprintf("# Access policy\n\n%s\n\n## Organizational context\n\n%s\n", [text, text])})
	anchored := rule.findings with input as section
	some third in anchored
	third.path == "README.md"
}
