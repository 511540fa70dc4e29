package ismslint.rules.risk_treatment.inclusion_justified_test

import data.ismslint.rules.risk_treatment.inclusion_justified as rule

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

test_justified if {
	model := isms.parse({"soa.md": _soa(_rows, "")})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_no_reason if {
	_messages(_soa(array.concat(_rows, ["| 8.34 | yes | | planned |"]), "")) == {"8.34 applies and no reason for including it is given"}
	_messages(_soa(array.concat(_rows, ["| 8.34 | yes | applicable | planned |"]), "")) == {"8.34 applies and \"applicable\" gives no reason for including it"}
}

test_excluded_and_undecided if {
	count(_found(_soa(array.concat(_rows, ["| 8.33 | no | | |", "| 8.34 | ? | | planned |"]), ""))) == 0
}

_other(header, cells, after) := sprintf("# Statement of Applicability\n\n| Control | Applicable | %s |\n|---|---|---|\n| 5.1-5.36 | yes | %s |\n| 5.37 | no | |\n%s", [header, cells, after])

test_other_columns if {
	every column in ["Risks", "Reason code", "Justification for inclusion"] {
		count(_found(_other(column, "RSK-001", ""))) == 0
	}
}

test_column_for_exclusions_only if {
	text := _other("Justification for exclusion", "", "")
	_messages(text) == {"Statement of Applicability has no column for the reason why a control applies"}
	some finding in _found(text)
	finding.at_most == "warning"
}

test_sentence_for_all if {
	every sentence in ["All controls are included because the risk assessment calls for them.", "Alle Controls sind aufgrund der Risikobeurteilung notwendig."] {
		model := isms.parse({"soa.md": _other("Status", "planned", sprintf("\n%s\n", [sentence]))})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}
