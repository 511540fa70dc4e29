package ismslint.rules.policy.available_to_parties_test

import data.ismslint.rules.policy.available_to_parties as rule

_path := "policies/information-security-policy.md"

_intro := "Our customers trust us with their building plans, and this policy says how we keep their plans confidential."

_input(front, text) := {"isms": model.isms, "document": model.documents[_path]} if {
	model := isms.parse({_path: sprintf("%s# Information security policy\n\n%s\n\n%s\n", [front, _intro, text])})
}

test_said if {
	every front in ["---\naudience: Staff and customers\n---\n", "---\nclassification: Public\n---\n", "---\nverteiler: Öffentlich\naudience: Website\n---\n"] {
		given := _input(front, "")
		count(rule.findings) == 0 with input as given
		count(rule.evidence) > 0 with input as given
	}
	count(rule.findings) == 0 with input as _input("", "The policy is available to customers on request.")
}

test_not_recognised if {
	every front in ["", "---\naudience: All staff\n---\n", "---\nclassification: Not public\n---\n", "---\naudience: TBD\n---\n"] {
		found := rule.findings with input as _input(front, "")
		some finding in found
		finding.message == "Information security policy was not recognised to say how interested parties get it"
	}
	at_field := rule.findings with input as _input("---\naudience: All staff\n---\n", "")
	some finding in at_field
	startswith(finding.pos, "2:")
}

test_public_repository if {
	model := isms.parse({_path: sprintf("# Information security policy\n\n%s\n", [_intro]), "isms.yaml": "public: true\n"})
	count(rule.findings) == 0 with input as {"isms": model.isms, "document": model.documents[_path]}
}
