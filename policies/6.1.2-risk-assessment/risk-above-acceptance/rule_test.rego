package ismslint.rules.risk_assessment.risk_above_acceptance_test

import data.ismslint.rules.risk_assessment.risk_above_acceptance as rule

_criteria := `likelihood: [{step: 1, label: rare}, {step: 2, label: likely}]
consequence: [{step: 1, label: minor}, {step: 2, label: severe}]
combination: matrix
matrix:
  rare: {minor: low, severe: medium}
  likely: {minor: medium, severe: high}
levels: [{label: low}, {label: medium}, {label: high}]
acceptance:
  - {level: low, rule: accept}
  - {level: medium, rule: conditional}
  - {level: high, rule: treat}
`

_model(risks) := isms.parse({"registers/risk-criteria.yaml": _criteria, "registers/risks.yaml": risks})

test_untreated if {
	found := rule.findings with input as _model(`register: risks
entries:
  - {id: RSK-001, title: Fire, owner: CTO, likelihood: likely, consequence: severe, level: high, status: assessed}
  - {id: RSK-002, title: Flood, owner: CTO, likelihood: rare, consequence: minor, level: low, status: assessed}
`)
	count(found) == 1
	some finding in found
	finding.subject == "risks/RSK-001"
	finding.path == "registers/risks.yaml"
	startswith(finding.pos, "3:")
	contains(finding.message, "RSK-001 is high")
}

test_answered if {
	every answer in ["treatments: [RT-001]", "treatment: Sprinklers", "accepted_by: CEO", "decision: retain", "controls: [A.7.5]"] {
		found := rule.findings with input as _model(sprintf(
			`register: risks
entries:
  - {id: RSK-001, title: Fire, level: high, owner: CTO, status: assessed, %s}
`,
			[answer],
		))
		count(found) == 0
	}
}

test_settled if {
	every text in ["status: closed", "status: identified", "status: draft", "residual: {level: low}"] {
		found := rule.findings with input as _model(sprintf(
			`register: risks
entries:
  - {id: RSK-001, title: Fire, level: high, owner: CTO, %s}
`,
			[text],
		))
		count(found) == 0
	}
}

test_planned_elsewhere if {
	model := isms.parse({
		"registers/risk-criteria.yaml": _criteria,
		"registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-001, level: high, owner: CTO, status: assessed}\n",
		"registers/treatments.yaml": "register: treatments\nentries:\n  - {id: RT-001, risks: [RSK-001], option: modify, action: Sprinklers, status: open}\n",
	})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

# A level that the criteria do not have is the business of another rule.
test_level_not_in_criteria if {
	model := _model("register: risks\nentries:\n  - {id: RSK-001, level: purple, owner: CTO, status: assessed}\n")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 0 with input as model
}

test_any_status_that_answers if {
	every text in ["status: accepted", "status: treated"] {
		count(rule.findings) == 0 with input as _model(sprintf("register: risks\nentries:\n  - {id: RSK-001, title: Fire, level: high, owner: CTO, %s}\n", [text]))
	}
}

# Where the register has a column for treatments, the status alone is no answer.
test_in_treatment if {
	count(rule.findings) == 0 with input as _model("register: risks\nentries:\n  - {id: RSK-001, title: Fire, level: high, owner: CTO, status: in treatment}\n")
	found := rule.findings with input as _model("register: risks\nentries:\n  - {id: RSK-001, title: Fire, level: high, owner: CTO, status: in treatment, treatments: []}\n")
	count(found) == 1
}

test_level_before_controls if {
	found := rule.findings with input as _model("register: risks\nentries:\n  - {id: RSK-001, title: Fire, owner: CTO, inherent: {level: high}, status: assessed}\n")
	count(found) == 1
}

test_related if {
	found := rule.findings with input as _model("register: risks\nentries:\n  - {id: RSK-001, title: Fire, level: high, owner: CTO, status: assessed}\n")
	some finding in found
	finding.related[0].path == "registers/risk-criteria.yaml"
	finding.related[0].message == "the rule for this level: treat"
}

_untreated := {
	"registers/risk-criteria.yaml": _criteria,
	"registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-001, title: Fire, level: high, owner: CTO, status: assessed}\n",
}

test_plan_outside if {
	settings := "edition: \"2022\"\noutside:\n  - {item: treatments, where: the ticket system}\n"
	count(rule.findings) == 0 with input as isms.parse(object.union(_untreated, {"isms.yaml": settings}))
}

test_plan_without_risks if {
	plan := "# Risk treatment plan\n\n| ID | Action | Option | Owner | Due | Status |\n|---|---|---|---|---|---|\n| RT-1 | Sprinklers | modify | CTO | 2027-01-31 | open |\n"
	count(rule.findings) == 0 with input as isms.parse(object.union(_untreated, {"risk-treatment-plan.md": plan}))
}

test_treated_by_control if {
	soa := "register: soa\nentries:\n  - {id: \"7.5\", applicable: yes, justification: Fire, implementation: implemented, risks: [RSK-001]}\n"
	count(rule.findings) == 0 with input as isms.parse(object.union(_untreated, {"registers/soa.yaml": soa}))
}

test_decision_without_rules if {
	model := isms.parse({"registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-001, title: Fire, level: high, owner: CTO, decision: modify}\n"})
	evidence := rule.evidence with input as model
	some item in evidence
	item.certainty == "indicates"
}
