package ismslint.rules.risk_treatment.one_edition_test

import data.ismslint.rules.risk_treatment.one_edition as rule

_rows := [
	"| 5.1-5.37 | yes | RSK-001 | implemented |",
	"| 6.1-6.8 | yes | RSK-001 | implemented |",
	"| 7.1-7.14 | yes | RSK-001 | implemented |",
	"| 8.1-8.33 | yes | RSK-001 | planned |",
]

_soa(rows, after) := sprintf(
	"# Statement of Applicability\n\nWhich controls of Annex A apply to us.\n\n| Control | Applicable | Justification | Status |\n|---|---|---|---|\n%s\n%s",
	[concat("\n", rows), after],
)

_found(text) := findings if {
	model := isms.parse({"soa.md": text})
	findings := rule.findings with input as model
}

_messages(text) := {finding.message | some finding in _found(text)}

test_one if {
	model := isms.parse({"soa.md": _soa(_rows, "")})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_mixed if {
	text := _soa(array.concat(_rows, ["| A.9.2.3 | yes | RSK-001 | planned |", "| A.9.2.4 | yes | RSK-001 | planned |"]), "")
	_messages(text) == {"Statement of Applicability uses ids of the 2013 edition (A.9.2.3, A.9.2.4), while most of its rows are of 2022"}
	some finding in _found(text)
	startswith(finding.pos, "11:")
}

test_other_than_declared if {
	model := isms.parse({"soa.md": _soa(_rows, ""), "isms.yaml": "edition: \"2013\"\n"})
	findings := rule.findings with input as model
	some finding in findings
	finding.message == "Statement of Applicability uses ids of the 2022 edition, while the edition of the ISMS is 2013, declared in isms.yaml"
	count(rule.evidence) == 0 with input as model
}

test_amendment if {
	model := isms.parse({"soa.md": _soa(_rows, ""), "isms.yaml": "edition: 2022+amd1\n"})
	count(rule.findings) == 0 with input as model
}

test_mapping if {
	count(_found(_soa(array.concat(_rows, ["| 8.34 (A.12.7.1) | yes | RSK-001 | planned |", "| OWN-1 | yes | ours | planned |"]), ""))) == 0
}
