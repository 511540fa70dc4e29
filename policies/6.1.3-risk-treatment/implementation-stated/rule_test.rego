package ismslint.rules.risk_treatment.implementation_stated_test

import data.ismslint.rules.risk_treatment.implementation_stated as rule

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

test_stated if {
	model := isms.parse({"soa.md": _soa(_rows, "")})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_blank if {
	every cell in ["", "-", "TBD"] {
		text := _soa(array.concat(_rows, [sprintf("| 8.34 | yes | RSK-001 | %s |", [cell])]), "")
		_messages(text) == {"8.34 applies, and nothing says whether it is implemented"}
	}
	some finding in _found(_soa(array.concat(_rows, ["| 8.34 | yes | RSK-001 | |"]), ""))
	startswith(finding.pos, "11:")
}

test_other_words if {
	count(_found(_soa(array.concat(_rows, ["| 8.34 | yes | RSK-001 | level 3 |", "| OWN-1 | yes | x | umgesetzt |"]), ""))) == 0
}

test_excluded if {
	count(_found(_soa(array.concat(_rows, ["| 8.34 | no | No audits | |"]), ""))) == 0
}

_without(after) := sprintf("# Statement of Applicability\n\n| Control | Applicable | Justification |\n|---|---|---|\n| 5.1-5.37 | yes | RSK-001 |\n%s", [after])

test_no_column if {
	_messages(_without("")) == {"Statement of Applicability has no column that says whether a control is implemented"}
	some finding in _found(_without(""))
	finding.at_most == "warning"
	finding.subject == "register/soa"
	startswith(finding.pos, "3:")
}

test_sentence_for_all if {
	every sentence in ["All controls are implemented.", "Alle Controls sind umgesetzt."] {
		model := isms.parse({"soa.md": _without(sprintf("\n%s\n", [sentence]))})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_status_word_in_description if {
	text := "# Statement of Applicability\n\n| Control | Applicable | Justification | Description |\n|---|---|---|---|\n| 5.1-5.37 | yes | RSK-001 | Implemented through our handbook |\n"
	count(_found(text)) == 0
}
