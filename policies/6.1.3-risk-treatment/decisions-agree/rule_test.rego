package ismslint.rules.risk_treatment.decisions_agree_test

import data.ismslint.rules.risk_treatment.decisions_agree as rule

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

test_no_duplicates if {
	model := isms.parse({"soa.md": _soa(_rows, "")})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_decided_twice if {
	text := _soa(array.concat(_rows, ["| A.8.33 | No | No test data | |"]), "")
	_messages(text) == {"A.8.33 has two answers to whether it applies: \"No\" here, \"yes\" in an earlier row"}
	some finding in _found(text)
	startswith(finding.pos, "11:")
	some place in finding.related
	startswith(place.pos, "10:")
}

test_two_statuses if {
	text := _soa(array.concat(_rows, ["| 8.33 | yes | RSK-001 | implemented |"]), "")
	_messages(text) == {"8.33 has two answers to whether it is implemented: \"implemented\" here, \"planned\" in an earlier row"}
}

test_same_twice if {
	count(_found(_soa(array.concat(_rows, ["| 8.33 | yes | RSK-007 | planned |", "| 8.32 | ? | RSK-007 | |"]), ""))) == 0
}

test_excluded_table if {
	text := _soa(_rows, "\n## Excluded controls\n\n| Control | Reason |\n|---|---|\n| 8.33 | No test data |\n")
	count(_found(text)) == 1
}

test_sites if {
	head := "# Statement of Applicability\n\n| Control | Site | Applicable | Justification |\n|---|---|---|---|\n"
	rows := "| 5.1-5.37 | all | yes | RSK-001 |\n| 7.4 | Ghent | yes | servers |\n| 7.4 | Cork | no | no servers |\n"
	count(_found(concat("", [head, rows]))) == 0
}

test_tables_for_each_entity if {
	again := "\n## Cork\n\n| Control | Applicable | Justification | Status |\n|---|---|---|---|\n| 5.1-5.37 | no | small | |\n| 6.1-6.8 | no | small | |\n| 7.1-7.14 | no | small | |\n"
	count(_found(_soa(["| 5.1-5.37 | yes | a | planned |", "| 6.1-6.8 | yes | a | planned |", "| 7.1-7.14 | yes | a | planned |"], again))) == 0
}
