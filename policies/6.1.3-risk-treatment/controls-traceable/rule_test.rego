package ismslint.rules.risk_treatment.controls_traceable_test

import data.ismslint.rules.risk_treatment.controls_traceable as rule

_soa(header) := sprintf("# Statement of Applicability\n\n| Control | Applicable | %s |\n|---|---|---|\n| 5.1-5.36 | yes | implemented |\n| A.5.37 | yes | implemented |\n", [header])

_risks(controls) := sprintf("register: risks\nentries:\n  - {id: RSK-001, title: Fire, owner: CTO, level: high, controls: %s}\n", [controls])

_messages(header, controls) := {finding.message | some finding in findings} if {
	model := isms.parse({"soa.md": _soa(header), "registers/risks.yaml": _risks(controls)})
	findings := rule.findings with input as model
}

test_traced if {
	model := isms.parse({"soa.md": _soa("Status"), "registers/risks.yaml": _risks("[5.1-5.37]")})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_loose if {
	_messages("Status", "[5.1-5.36]") == {"Statement of Applicability has no column for reasons, and 1 control that applies is named by no risk, treatment or legal requirement: A.5.37"}
	_messages("Status", "[5.1-5.35]") == {"Statement of Applicability has no column for reasons, and 2 controls that apply are named by no risk, treatment or legal requirement: 5.36, A.5.37"}
}

test_reason_in_the_statement if count(_messages("Justification", "[5.1-5.36]")) == 0

test_nothing_names_controls if count(_messages("Status", "[]")) == 0
