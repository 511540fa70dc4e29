package ismslint.rules.scope.approved_by_top_management_test

import data.ismslint.rules.scope.approved_by_top_management as rule

_scope(front, text) := {"isms": model.isms, "document": model.documents["scope.md"]} if {
	model := isms.parse({"scope.md": sprintf("%s# ISMS scope\n\n%s\n", [front, text])})
}

_text := "It covers all teams and the shop in which we sell the books."

test_top if {
	every approver in ["Managing Director", "CEO", "Geschäftsführung"] {
		given := _scope(sprintf("---\napproved_by: %s\n---\n", [approver]), _text)
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 1 with input as given
	}
}

test_somebody_else if {
	found := rule.findings with input as _scope("---\napproved_by: Network administrator\n---\n", _text)
	some finding in found
	startswith(finding.pos, "2:")
	contains(finding.message, `names "Network administrator" as approver`)
}

test_nobody_is_said_elsewhere if {
	every front in ["", "---\napproved_by: TBD\n---\n", "---\napproved_by: \"-\"\n---\n"] {
		count(rule.findings) == 0 with input as _scope(front, _text)
		count(rule.evidence) == 0 with input as _scope(front, _text)
	}
}
