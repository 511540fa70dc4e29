package ismslint.rules.risk_assessment.risks_identified_test

import data.ismslint.rules.risk_assessment.risks_identified as rule

_report := {"records/risk-assessment-report.md": "# Risk assessment report\n\n| Risk | Likelihood | Impact | Level |\n|---|---|---|---|\n| Fire | rare | severe | medium |\n"}

test_identified if {
	model := isms.parse({"registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-1, title: Fire, level: high, owner: CTO}\n"})
	count(rule.evidence) == 1 with input as model
	count(rule.findings) == 0 with input as model
}

test_no_words if {
	model := isms.parse({"registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-1, level: high, owner: CTO}\n"})
	count(rule.evidence) == 0 with input as model
}

test_empty_beside_report if {
	found := rule.findings with input as isms.parse(object.union(_report, {"registers/risks.yaml": "register: risks\nentries: []\n"}))
	some finding in found
	finding.path == "registers/risks.yaml"
	finding.message == "the risk register holds no risk, and records/risk-assessment-report.md reports on an assessment"
}

# Without a report, the rule on results says it.
test_empty if {
	count(rule.findings) == 0 with input as isms.parse({"registers/risks.yaml": "register: risks\nentries: []\n"})
}
