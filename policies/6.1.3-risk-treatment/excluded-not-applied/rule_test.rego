package ismslint.rules.risk_treatment.excluded_not_applied_test

import data.ismslint.rules.risk_treatment.excluded_not_applied as rule

_soa := "# Statement of Applicability\n\n| Control | Applicable | Justification |\n|---|---|---|\n| 5.1-5.36 | yes | RSK-001 |\n| A.5.37 | no | We run nothing |\n"

_policy(front) := sprintf("---\ntitle: Operations policy\ntype: policy.topic\n%s\n---\n\n# Operations policy\n\nWe write down how routine work is done, so that control 5.37 is met and others can take over.\n", [front])

_messages(front) := {finding.message | some finding in findings} if {
	model := isms.parse({"soa.md": _soa, "policies/operations-policy.md": _policy(front)})
	findings := rule.findings with input as model
}

test_named_in_front_matter if {
	_messages("controls: [5.36, 5.37]") == {"A.5.37 is excluded, and Operations policy names it as applied"}
	model := isms.parse({"soa.md": _soa, "policies/operations-policy.md": _policy("controls: [5.37]")})
	count(rule.evidence) == 0 with input as model
	findings := rule.findings with input as model
	some finding in findings
	finding.path == "soa.md"
	finding.pos == "6:12:6:14"
	some place in finding.related
	place.path == "policies/operations-policy.md"
}

test_quiet if {
	every front in ["status: approved", "controls: [5.36]", "controls: [5.37]\nstatus: draft", "controls: [5.37]\nstatus: superseded"] {
		count(_messages(front)) == 0
	}
}

test_legal_requirement if {
	legal := "register: legal\nentries:\n  - {id: LEG-1, title: Law, obligation: Runbooks, controls: [A.5.37]}\n  - {id: LEG-2, title: Law, obligation: None, applicable: no, controls: [A.5.37]}\n"
	model := isms.parse({"soa.md": _soa, "registers/legal.yaml": legal, "policies/operations-policy.md": _policy("controls: [5.37]")})
	findings := rule.findings with input as model
	some finding in findings
	finding.message == "A.5.37 is excluded, and LEG-1, Operations policy name it as applied"
}

test_evidence if {
	model := isms.parse({"soa.md": _soa})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}
