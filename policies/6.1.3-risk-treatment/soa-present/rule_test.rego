package ismslint.rules.risk_treatment.soa_present_test

import data.ismslint.rules.risk_treatment.soa_present as rule

_table(title) := sprintf("# %s\n\n| Control | Applicable | Justification |\n|---|---|---|\n| 5.1-5.37 | yes | RSK-001 |\n| 6.1-6.8 | no | none |\n", [title])

test_present if {
	every title in ["Statement of Applicability", "SoA", "Erklärung zur Anwendbarkeit"] {
		model := isms.parse({"controls.md": _table(title)})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_document_without_rows if {
	model := isms.parse({"soa.md": "# Statement of Applicability\n\nAll controls of Annex A apply to us except those on premises, since we have none of our own.\n"})
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	some e in evidence
	e.activities == ["6.1.3-d1", "7.5.1-a"]
	e.certainty == "indicates"
}

test_absent if {
	model := isms.parse({"README.md": "# Our ISMS\n\nThis is where we keep it.\n"})
	findings := rule.findings with input as model
	some finding in findings
	finding.absent == "soa"
	finding.path == "README.md"
	contains(finding.message, "neither a document of that name nor a table")
	count(rule.evidence) == 0 with input as model
}

test_possible if {
	model := isms.parse({"README.md": "# Ours\n", "controls.md": _table("Our controls")})
	findings := rule.findings with input as model
	some finding in findings
	contains(finding.message, "controls.md, the table under \"Our controls\"")
	some place in finding.related
	place.path == "controls.md"
}

test_possible_without_title if {
	model := isms.parse({"README.md": "# Ours\n", "list.csv": "control,applicable,justification\n5.1-5.37,yes,RSK-001\n"})
	findings := rule.findings with input as model
	some finding in findings
	contains(finding.message, "list.csv, a table,")
}

test_template if {
	model := isms.parse({"README.md": "# Ours\n", "templates/soa.md": _table("Statement of Applicability")})
	findings := rule.findings with input as model
	some finding in findings
	contains(finding.message, "templates/soa.md is not counted")
}
