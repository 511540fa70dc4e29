package ismslint.rules.scope.exclusions_explained_test

import data.ismslint.rules.scope.exclusions_explained as rule

_scope(front, text) := {"isms": model.isms, "document": model.documents["scope.md"]} if {
	model := isms.parse({"scope.md": sprintf("%s# ISMS scope\n\n%s\n", [front, text])})
}

test_explained if {
	every text in [
		"## Exclusions\n\nThe warehouse, because Swift Storage runs it.",
		"The warehouse is out of scope since another company answers for it.",
		"There are no exclusions.",
		"## Ausschlüsse\n\nDas Lager ist ausgenommen, weil es der Vermieter betreibt.",
	] {
		given := _scope("", text)
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 1 with input as given
	}
}

test_not_explained if {
	found := rule.findings with input as _scope("", "It covers all teams.\n\n## Exclusions\n\n- The warehouse\n- The van")
	some finding in found
	finding.message == "ISMS scope leaves something out, and no reason was recognised beside it"
	startswith(finding.pos, "5:")
}

test_nothing_excluded if {
	given := _scope("", "It covers all teams and the shop in which we sell the books.")
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 0 with input as given
}
