package ismslint.rules.risk_treatment.plan_present_test

import data.ismslint.rules.risk_treatment.plan_present as rule

_risks(text) := sprintf("register: risks\nentries:\n  - {id: RSK-001, title: Fire, owner: CTO, level: high, %s}\n", [text])

test_register if {
	model := isms.parse({"registers/treatments.yaml": "register: treatments\nentries:\n  - {id: RT-001, risks: [RSK-001], option: modify, action: Sprinklers, status: open}\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_document if {
	every name in ["risk-treatment-plan.md", "risikobehandlungsplan.md"] {
		model := isms.parse({name: "# Plan\n\nWe install sprinklers in spring, and pay for them from the budget of the house.\n"})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_columns if {
	every text in ["treatment: Sprinklers", "treatments: [RT-001]"] {
		model := isms.parse({"registers/risks.yaml": _risks(text)})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_absent if {
	model := isms.parse({"registers/risks.yaml": _risks("status: assessed")})
	findings := rule.findings with input as model
	some finding in findings
	finding.absent == "treatments"
	finding.path == "registers/risks.yaml"
	count(rule.evidence) == 0 with input as model
}

test_nothing_at_all if {
	model := isms.parse({"README.md": "# Ours\n"})
	count(rule.findings) == 1 with input as model
}

test_all_accepted if {
	every text in ["status: accepted", "status: closed", "decision: retain", "accepted_by: CEO"] {
		model := isms.parse({"registers/risks.yaml": _risks(text)})
		count(rule.findings) == 0 with input as model
	}
}
