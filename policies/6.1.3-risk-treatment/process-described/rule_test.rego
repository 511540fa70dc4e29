package ismslint.rules.risk_treatment.process_described_test

import data.ismslint.rules.risk_treatment.process_described as rule

_text := "We choose an option for each risk, and the controls that it needs, and compare them with Annex A."

test_methodology if {
	every name in ["risk-methodology.md", "risikomethodik.md"] {
		model := isms.parse({name: sprintf("# Method\n\n%s\n", [_text])})
		count(rule.findings) == 0 with input as model
		evidence := rule.evidence with input as model
		some e in evidence
		e.certainty == "indicates"
	}
}

test_procedure if {
	model := isms.parse({"risk-treatment-procedure.md": sprintf("# Risk treatment procedure\n\n%s\n", [_text])})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_absent if {
	model := isms.parse({"README.md": "# Ours\n\nThis is our ISMS.\n"})
	findings := rule.findings with input as model
	some finding in findings
	finding.absent == "methodology.risk"
	contains(finding.message, "no description of the risk treatment process was recognised")
	count(rule.evidence) == 0 with input as model
}

test_template if {
	model := isms.parse({"README.md": "# Ours\n", "templates/risk-methodology.md": sprintf("# Risk methodology\n\n%s\n", [_text])})
	findings := rule.findings with input as model
	some finding in findings
	contains(finding.message, "templates/risk-methodology.md is not counted")
}

test_plan_may_describe_it if {
	model := isms.parse({"risk-treatment-plan.md": "# Risk treatment plan\n\nWe modify, avoid, share or retain risks, and list below what we do about each of them.\n"})
	count(rule.findings) == 0 with input as model
}
