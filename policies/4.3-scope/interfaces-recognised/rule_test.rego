package ismslint.rules.scope.interfaces_recognised_test

import data.ismslint.rules.scope.interfaces_recognised as rule

_scope(front, text) := {"isms": model.isms, "document": model.documents["scope.md"]} if {
	model := isms.parse({"scope.md": sprintf("%s# ISMS scope\n\n%s\n", [front, text])})
}

test_recognised if {
	every text in ["The cloud provider runs the buildings, we run the rest.", "## Interfaces and dependencies\n\nSee the contract with the landlord.", "## Schnittstellen\n\nDer Vermieter betreibt die Schließanlage, wir geben die Schlüssel aus."] {
		given := _scope("", text)
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 1 with input as given
	}
}

test_heading_first if {
	evidence := rule.evidence with input as _scope("", "Our cloud provider is big.\n\n## Interfaces\n\nSee the contract with the landlord.")
	some e in evidence
	startswith(e.pos, "5:")
}

test_not_recognised if {
	found := rule.findings with input as _scope("", "The ISMS covers all teams of the company and the shop in which we sell the books.")
	some finding in found
	finding.certainty == "indicates"
	finding.message == "ISMS scope was not recognised to deal with interfaces and dependencies on others"
}

test_pointed if {
	given := _scope("---\nisms:\n  addresses:\n    4.3-d: \"#around-us\"\n---\n", "## Around us\n\nWhat the landlord does, and what is left to us.")
	count(rule.findings) == 0 with input as given
	evidence := rule.evidence with input as given
	some e in evidence
	not e.certainty == "indicates"
	astray := rule.findings with input as _scope("---\nisms:\n  addresses:\n    4.3-d: \"#gone\"\n---\n", "The ISMS covers all teams of the company and the shop.")
	count(astray) == 1
	some finding in astray
	contains(finding.message, `"#gone" is given as the place for 4.3-d`)
}
