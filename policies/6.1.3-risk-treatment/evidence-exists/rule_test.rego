package ismslint.rules.risk_treatment.evidence_exists_test

import data.ismslint.rules.risk_treatment.evidence_exists as rule

_soa(cells) := sprintf("# Statement of Applicability\n\n| Control | Applicable | Justification | Status | Evidence | Verified on | Verify interval |\n|---|---|---|---|---|---|---|\n| 5.1-5.36 | yes | RSK-001 | planned | gone.md | 2020-01-01 | P1M |\n| 5.37 | yes | RSK-001 | implemented | %s |\n", [cells])

_messages(cells) := {finding.message | some finding in findings} if {
	model := isms.parse({"soa.md": _soa(cells), "records/log.md": "# Log\n\nWhat we did.\n"})
	findings := rule.findings with input as model
}

test_exists if {
	model := isms.parse({"soa.md": _soa("records/log.md | 2026-06-01 | P12M"), "records/log.md": "# Log\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_gone if {
	_messages("records/logs.md | 2026-06-01 | P12M") == {"5.37 is implemented, and records/logs.md, which it names, does not exist"}
}

test_overdue if {
	_messages("records/log.md | 2025-06-01 | P12M") == {"5.37 is implemented and was verified on 2025-06-01, to be done every 12 months"}
}

test_quiet if {
	every cells in ["Log of operations | 2025-06-01 | ", "https://example.org/log.md | | P12M", "OPS-12 | soon | P12M", "../../elsewhere/log.md | | ", "- | - | -"] {
		count(_messages(cells)) == 0
	}
}
