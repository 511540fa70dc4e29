package ismslint.rules.risk_treatment.soa_current_test

import data.ismslint.rules.risk_treatment.soa_current as rule

_files(soa, scope) := {
	"soa.md": sprintf("---\ntype: soa\ntitle: Statement of Applicability\n%s\n---\n\n# Statement of Applicability\n\n| Control | Applicable | Justification |\n|---|---|---|\n| 5.1-5.37 | yes | RSK-001 |\n", [soa]),
	"scope.md": sprintf("---\ntype: scope\ntitle: Scope\napproved_on: %s\n---\n\n# Scope\n\nThe ISMS covers the development and running of our service, at our office in Ghent.\n", [scope]),
	"report.md": "---\nid: REP-7\ntype: report.risk-assessment\ntitle: Assessment of 2026\ndate: 2026-08-01\n---\n\n# Assessment of 2026\n\nWe assessed all risks anew, and found three of them higher than a year ago.\n",
}

_messages(soa, scope) := {finding.message | some finding in findings} if {
	model := isms.parse(_files(soa, scope))
	findings := rule.findings with input as model
}

test_current if {
	model := isms.parse(_files("date: 2026-06-01", "2026-05-01"))
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	some e in evidence
	e.date == "2026-06-01"
}

test_older_than_scope if {
	_messages("date: 2025-06-01", "2026-05-01") == {"Statement of Applicability is of 2025-06-01, older than what it follows from: Scope of 2026-05-01"}
}

test_approval_confirms if {
	count(_messages("date: 2025-06-01\napproved_on: 2026-05-20", "2026-05-01")) == 0
}

test_within_a_month if count(_messages("date: 2026-04-10", "2026-05-01")) == 0

test_no_date if {
	model := isms.parse(_files("owner: CISO", "2026-05-01"))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 0 with input as model
}

test_older_than_its_assessment if {
	every ref in ["report.md", "REP-7"] {
		_messages(sprintf("date: 2026-06-01\nbased_on: %s", [ref]), "2026-05-01") == {"Statement of Applicability is of 2026-06-01, older than what it follows from: Assessment of 2026 of 2026-08-01"}
	}
}
