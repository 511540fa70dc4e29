package ismslint.rules.risk_assessment.criteria_version_in_force_test

import data.ismslint.rules.risk_assessment.criteria_version_in_force as rule

_model(entries) := isms.parse({
	"registers/risk-criteria.yaml": "version: \"1.2\"\nlevels: [{label: low}, {label: high}]\nlikelihood: [{step: 1}, {step: 2}]\n",
	"registers/risks.yaml": concat("", array.concat(
		["register: risks\nentries:\n"],
		[sprintf("  - {id: RSK-%d, title: Event, level: high, owner: CTO, %s}\n", [i, entry]) | some i, entry in entries],
	)),
})

test_in_force if {
	model := _model(["criteria_version: \"1.2\"", "criteria_version: v1.2", "criteria_version: Version 1.2"])
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_one_earlier if {
	found := rule.findings with input as _model(["criteria_version: \"1.1\"", "criteria_version: \"1.2\""])
	some finding in found
	finding.message == "RSK-0 was assessed by version 1.1 of the risk criteria, 1.2 is in force"
	startswith(finding.pos, "3:")
	finding.related[0].path == "registers/risk-criteria.yaml"
}

test_two_earlier if {
	found := rule.findings with input as _model(["criteria_version: \"1.1\"", "criteria_version: \"1.0\""])
	count(found) == 1
	some finding in found
	finding.message == "2 open risks were assessed by earlier risk criteria (1.0, 1.1), 1.2 is in force: RSK-0, RSK-1"
}

test_quiet if {
	every rest in ["next_assessment: 2027-01-01", "next_assessment: 2026-01-01", "status: closed"] {
		count(rule.findings) == 0 with input as _model([sprintf("criteria_version: \"1.1\", %s", [rest])])
	}
	count(rule.findings) == 0 with input as _model(["criteria_version: \"\"", "criteria_version: TBD"])
}

test_no_version_in_force if {
	model := isms.parse({
		"registers/risk-criteria.yaml": "levels: [{label: low}, {label: high}]\nlikelihood: [{step: 1}, {step: 2}]\n",
		"registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-1, title: Event, level: high, owner: CTO, criteria_version: \"1.0\"}\n",
	})
	count(rule.findings) == 0 with input as model
}
