package ismslint.rules.risk_treatment.treatment_controls_apply_test

import data.ismslint.rules.risk_treatment.treatment_controls_apply as rule

_soa := "# Statement of Applicability\n\n| Control | Applicable | Justification |\n|---|---|---|\n| 5.1-5.37 | yes | RSK-001 |\n| 6.1-6.8 | yes | RSK-001 |\n| 7.1-7.11 | yes | RSK-001 |\n| A.7.12 | no | No cables |\n| 8.1-8.32 | yes | RSK-001 |\n| 8.33 | ? | later |\n| OWN-1 | yes | ours |\n"

_plan(text) := sprintf("register: treatments\nentries:\n  - {id: RT-001, risks: [RSK-001], option: modify, action: Keys, %s}\n", [text])

_messages(text) := {finding.message | some finding in findings} if {
	model := isms.parse({"soa.md": _soa, "registers/treatments.yaml": _plan(text)})
	findings := rule.findings with input as model
}

test_applies if {
	model := isms.parse({"soa.md": _soa, "registers/treatments.yaml": _plan("controls: [A.5.15, 8.1-8.3, OWN-1]")})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_excluded if {
	_messages("controls: [5.15, 7.12]") == {"RT-001 relies on A.7.12, which Statement of Applicability excludes"}
	model := isms.parse({"soa.md": _soa, "registers/treatments.yaml": _plan("controls: [5.15, 7.12]")})
	findings := rule.findings with input as model
	some finding in findings
	finding.field == "controls/1"
	some place in finding.related
	place.path == "soa.md"
}

test_not_listed if {
	_messages("controls: [8.34, 7.12]") == {"RT-001 relies on A.7.12, which Statement of Applicability excludes; 8.34, which Statement of Applicability does not list"}
}

test_quiet if {
	every text in ["controls: [7.12], status: cancelled", "controls: [7.12], status: verified", "controls: [A.9.2.3]", "controls: [keys]", "controls: [8.33]", "controls: [OWN-7]", "controls: \"-\""] {
		count(_messages(text)) == 0
	}
}

test_risk_register if {
	model := isms.parse({"soa.md": _soa, "registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-001, title: Fire, owner: CTO, level: high, controls: [7.10-7.13]}\n"})
	findings := rule.findings with input as model
	{finding.message | some finding in findings} == {"RSK-001 relies on A.7.12, which Statement of Applicability excludes; 7.13, which Statement of Applicability does not list"}
}

test_little_of_annex_a if {
	model := isms.parse({"soa.md": "# Statement of Applicability\n\n| Control | Applicable | Justification |\n|---|---|---|\n| 5.1-5.37 | yes | RSK-001 |\n", "registers/treatments.yaml": _plan("controls: [8.34]")})
	count(rule.findings) == 0 with input as model
}
