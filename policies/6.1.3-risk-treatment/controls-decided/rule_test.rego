package ismslint.rules.risk_treatment.controls_decided_test

import data.ismslint.rules.risk_treatment.controls_decided as rule

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

_whole := array.concat(_rows, ["| 8.34 | no | No audits of systems | |"])

test_all_decided if {
	model := isms.parse({"soa.md": _soa(_whole, "")})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_one_row_is_gone if {
	some finding in _found(_soa(_rows, ""))
	finding.message == "Statement of Applicability does not decide on control 8.34 of Annex A (2022)"
	startswith(finding.pos, "10:")
}

test_undecided if {
	rows := array.concat(_rows, ["| 8.34 | TBD | later | planned |"])
	count(_found(_soa(rows, ""))) == 1
}

test_many_in_order if {
	some finding in _found(_soa(["| 5.1-5.37 | yes | a | b |", "| 6.1-6.8 | yes | a | b |", "| 8.1-8.34 | yes | a | b |"], ""))
	contains(finding.message, "14 controls: 7.1, 7.2, 7.3, 7.4, 7.5, 7.6, 7.7, 7.8, 7.9, 7.10 and 4 more")
}

test_little if {
	some finding in _found(_soa(["| 5.1-5.37 | yes | a | b |"], ""))
	finding.message == "Statement of Applicability decides on 37 of the 93 controls of Annex A (2022)"
	finding.at_most == "warning"
}

test_decided_elsewhere if {
	count(_found(_soa(_rows, "\n## Excluded controls\n\n| Control | Reason |\n|---|---|\n| 8.34 | Not audited |\n"))) == 0
	count(_found(_soa(_rows, "\nNo controls are excluded.\n"))) == 0
	count(_found(_soa(["| 5.1-5.37 | yes | a | b |"], "\nNo controls are excluded.\n"))) == 0
}

test_theme_row if {
	count(_found(_soa(["| A.5 | yes | a | b |", "| 6.1-6.8 | yes | a | b |", "| 7.1-7.14 | yes | a | b |", "| 8.1-8.34 | yes | a | b |"], ""))) == 0
}

test_other_edition if {
	some finding in _found(_soa(["| A.5.1.1-A.18.2.2 | ja | a | b |"], ""))
	contains(finding.message, "does not decide on control A.18.2.3 of Annex A (2013)")
}

test_own_and_empty_ids if {
	rows := array.concat(_whole, ["| OWN-01 | yes | our own | implemented |", "| 8.34 | no | No audits | |"])
	count(_found(_soa(rows, ""))) == 0
}
