package ismslint.rules.policy.established_by_top_management_test

import data.ismslint.rules.policy.established_by_top_management as rule

_path := "policies/information-security-policy.md"

_intro := "Our customers trust us with their building plans, and this policy says how we keep their plans confidential."

_input(front, text) := {"isms": model.isms, "document": model.documents[_path]} if {
	model := isms.parse({_path: sprintf("%s# Information security policy\n\n%s\n\n%s\n", [front, _intro, text])})
}

test_titles if {
	every approver in ["Managing Director", "CEO", "Board of directors", "Geschäftsführung", "Jane Roe (CEO)"] {
		given := _input(sprintf("---\napproved_by: %s\n---\n", [approver]), "")
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 1 with input as given
	}
}

test_declared_and_roles if {
	text := sprintf("---\napproved_by: P-01\n---\n# Information security policy\n\n%s\n", [_intro])
	roles := "register: roles\nroles:\n  - {id: ROLE-1, role: Managing Director, kind: top-management, holders: [P-01], responsibilities: Approves}\n"
	model := isms.parse({_path: text, "registers/roles.yaml": roles})
	count(rule.findings) == 0 with input as {"isms": model.isms, "document": model.documents[_path]}
	named := isms.parse({
		_path: replace(text, "P-01", "Jane Roe"),
		"isms.yaml": "organization:\n  top_management: [Jane Roe]\n",
	})
	count(rule.findings) == 0 with input as {"isms": named.isms, "document": named.documents[_path]}
}

test_history if {
	given := _input("", `## Version history

| Version | Date | Approved by | Change |
|---|---|---|---|
| 1.0 | 2026-01-12 | Managing Director | First version |
`)
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_signed_in_text if {
	given := _input("", "This policy was issued by the managing director on 12 January 2026.")
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_somebody_else if {
	found := rule.findings with input as _input("---\nversion: 1.0\napproved_by: Network administrator\n---\n", "")
	count(found) == 1
	some finding in found
	contains(finding.message, `names "Network administrator" as approver`)
	startswith(finding.pos, "3:")
}

test_nobody if {
	every front in ["", "---\napproved_by: TBD\n---\n", "---\napproved_by: -\n---\n", "---\napproved_by:\n---\n"] {
		found := rule.findings with input as _input(front, "")
		some finding in found
		contains(finding.message, "names no approver")
	}
}

test_quiet if {
	count(rule.findings) == 0 with input as _input("---\nstatus: draft\n---\n", "")
	model := isms.parse({
		_path: sprintf("# Information security policy\n\n%s\n", [_intro]),
		"isms.yaml": "approval: pull-request\n",
	})
	count(rule.findings) == 0 with input as {"isms": model.isms, "document": model.documents[_path]}
}
