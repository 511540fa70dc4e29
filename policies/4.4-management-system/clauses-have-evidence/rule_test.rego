package ismslint.rules.management_system.clauses_have_evidence_test

import data.ismslint.rules.management_system.clauses_have_evidence as rule

_policy := "# Information security policy\n\nWe protect what customers entrust to us, and keep our word on availability.\n"

test_most if {
	model := isms.parse({
		"information-security-policy.md": _policy,
		"scope.md": "# ISMS scope\n\nThe ISMS covers all teams and the shop in which we sell the books.\n",
		"incident-response-plan.md": "# Incident response plan\n\nWhoever sees something odd calls the shop manager, who decides what is done.\n",
	})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 3 with input as model
}

test_hardly_any if {
	found := rule.findings with input as isms.parse({"README.md": "# Ours\n", "information-security-policy.md": _policy})
	some finding in found
	finding.path == "README.md"
	finding.message == "nothing was recognised that belongs to clauses 4, 6, 7, 8, 9"
}

test_registers if {
	model := isms.parse({
		"information-security-policy.md": _policy,
		"registers/risks.yaml": "register: risks\nentries:\n  - {id: R-1, title: Fire, level: low, owner: CTO}\n",
		"registers/legal.yaml": "register: legal\nentries:\n  - {id: LEG-1, title: A law, obligation: Report, addressed_by: The plan}\n",
	})
	count(rule.evidence) == 3 with input as model
}
