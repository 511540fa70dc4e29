package ismslint.rules.risk_treatment.exclusion_justified_test

import data.ismslint.rules.risk_treatment.exclusion_justified as rule

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

_excluding(cell) := array.concat(_rows, [sprintf("| 8.34 | no | %s | |", [cell])])

test_reason if {
	every reason in ["No audits of systems", "n/a: nobody audits", "entfällt, keine Prüfungen"] {
		model := isms.parse({"soa.md": _soa(_excluding(reason), "")})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_no_reason if {
	_messages(_soa(_excluding(""), "")) == {"8.34 is excluded and no reason is given"}
	_messages(_soa(_excluding("N/A"), "")) == {"8.34 is excluded and \"N/A\" gives no reason"}
	some finding in _found(_soa(_excluding("N/A"), ""))
	finding.field == "justification"
	finding.pos == "11:15:11:18"
}

test_reason_elsewhere if {
	every after in [
		"\n## Excluded controls\n\n| Control | Reason |\n|---|---|\n| 8.34 | Nobody audits our systems |\n",
		"\n## Exclusions\n\n- 8.34: nobody audits our systems\n",
		"\n## Ausschlüsse\n\n- 8.34: niemand prüft unsere Systeme\n",
	] {
		count(_found(_soa(_excluding("N/A"), after))) == 0
	}
}

test_nothing_excluded if {
	model := isms.parse({"soa.md": _soa(_rows, "\nNo controls are excluded.\n")})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 2 with input as model
}

test_undecided_is_not_excluded if {
	count(_found(_soa(array.concat(_rows, ["| 8.34 | TBD | | planned |"]), ""))) == 0
}

_other(header, row) := sprintf("# Statement of Applicability\n\n%s\n|---|---|---|\n%s\n", [header, row])

test_no_column if {
	_messages(_other("| Control | Applicable | Status |", "| 5.1-5.36 | yes | implemented |\n| A.5.37 | no | |")) == {"Statement of Applicability has no column for the reason of an exclusion, and excludes A.5.37"}
}

test_column_for_exclusions if {
	text := _other("| Control | Applicable | Justification for exclusion |", "| 5.1-5.36 | yes | |\n| 5.37 | no | |")
	_messages(text) == {"5.37 is excluded and no reason is given"}
	some finding in _found(text)
	finding.field == "exclusion_reason"
}

test_description_beside_title if {
	text := "# Statement of Applicability\n\n| Control | Title | Applicable | Justification | Description |\n|---|---|---|---|---|\n| 5.1-5.36 | All | yes | RSK-001 | |\n| 5.37 | Runbooks | no | | We run nothing ourselves |\n"
	count(_found(text)) == 0
}
