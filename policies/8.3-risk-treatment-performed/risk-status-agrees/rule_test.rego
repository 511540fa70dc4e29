package ismslint.rules.risk_treatment_performed.risk_status_agrees_test

import data.ismslint.rules.risk_treatment_performed.risk_status_agrees as rule

_given(risk, treatment) := isms.parse({
	"registers/risks.yaml": sprintf("register: risks\nentries:\n  - {id: R-1, title: Theft, owner: CTO, level: high, status: %s}\n", [risk]),
	"registers/treatments.yaml": sprintf("register: treatments\nentries:\n  - {id: T-1, risks: [R-1], action: Encrypt, owner: CTO, due: 2026-12-01, status: %s}\n", [treatment]),
})

test_opposite if {
	found := rule.findings with input as _given("treated", "in progress")
	count(found) == 1
	some finding in found
	finding.message == "R-1 is \"treated\"; its treatment T-1 is \"in progress\""
	count(finding.related) == 1
	count(rule.findings) == 1 with input as _given("closed", "not started")
}

test_quiet if {
	every pair in [["treated", "done"], ["in treatment", "in progress"], ["accepted", "open"], ["transferred", "open"], ["treated", "cancelled"], ["treated", "approved"], ["treated", "soon"], ["?", "open"]] {
		count(rule.findings) == 0 with input as _given(pair[0], pair[1])
	}
	count(rule.evidence) == 1 with input as _given("treated", "done")
}
