package ismslint.rules.risk_assessment.method_steps_recognised_test

import data.ismslint.rules.risk_assessment.method_steps_recognised as rule

_part := `We rate likelihood and impact on two scales of three steps.
A risk is acceptable where its level is low.
The level follows from likelihood and impact by a matrix.
`

_rest := `We identify risks in workshops, and each risk has a risk owner.
Risks are compared with the acceptance criteria and ranked, the highest first.
`

_path := "risk-assessment-methodology.md"

_inputs(files) := [{"isms": model.isms, "document": document} |
	model := isms.parse(files)
	some document in model.documents
	document.type == "methodology.risk"
]

_findings(files) := [finding |
	some document in _inputs(files)
	found := rule.findings with input as document
	some finding in found
]

_evidence(files) := [item |
	some document in _inputs(files)
	found := rule.evidence with input as document
	some item in found
]

test_some_steps if {
	files := {_path: sprintf("# Risk assessment methodology\n\n%s", [_part])}
	[finding] := _findings(files)
	finding.path == _path
	startswith(finding.pos, "1:")
	finding.message == concat("", [
		"Risk assessment methodology was not recognised to deal with: ",
		"identification of risks, risk owners, evaluation and ranking of risks",
	])
	some item in _evidence(files)
	item.activities == ["6.1.2-k", "6.1.2-b"]
}

test_all_steps if {
	count(_findings({_path: sprintf("# Risk assessment methodology\n\n%s%s", [_part, _rest])})) == 0
}

# One process in two documents.
test_together if {
	files := {_path: sprintf("# Risk assessment methodology\n\n%s", [_part]), "risk-assessment-procedure.md": sprintf("# Risk assessment procedure\n\n%s", [_rest])}
	count(_inputs(files)) == 2
	count(_findings(files)) == 0
}

test_structured_criteria if {
	files := {
		_path: "# Risk assessment methodology\n\nWe identify risks in workshops with the teams, and each risk has a risk owner.\n",
		"registers/risk-criteria.yaml": `likelihood: [{step: 1, label: rare}, {step: 2, label: likely}]
consequence: [{step: 1, label: minor}, {step: 2, label: severe}]
matrix:
  rare: {minor: low, severe: high}
  likely: {minor: low, severe: high}
levels: [{label: low}, {label: high}]
acceptance: {low: accept, high: treat}
`,
	}
	count(_findings(files)) == 0
	activities := {activity | some item in _evidence(files); some activity in item.activities}
	activities == {"6.1.2-a", "6.1.2-b", "6.1.2-k"}
}

test_declared if {
	declared := `---
isms:
  addresses:
    6.1.2-d: "#workshops"
    6.1.2-e: "#workshops"
    6.1.2-i: "#empty"
---
# Risk assessment methodology

%s

## Workshops

In January we sit together.

## Empty
`
	[finding] := _findings({_path: sprintf(declared, [_part])})
	endswith(finding.message, "deal with: evaluation and ranking of risks")
}

test_german if {
	[finding] := _findings({"risikomanagement.md": `# Risikomanagement

Wir bewerten Eintrittswahrscheinlichkeit und Auswirkung auf zwei Skalen mit je drei Stufen.
Ein Risiko ist akzeptabel, wenn seine Stufe niedrig ist. Jedes Risiko hat einen Risikoeigentümer.
Wir ermitteln die Risiken in Workshops mit den Fachbereichen.
`})
	endswith(finding.message, "evaluation and ranking of risks")
}
