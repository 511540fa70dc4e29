package ismslint.rules.planning_of_changes.change_described_test

import data.ismslint.rules.planning_of_changes.change_described as rule

_input(more, settings) := isms.parse({
	"edition": "2022", "isms.yaml": settings,
	"registers/changes.yaml": sprintf("register: changes\nentries:\n  - {id: C-1, what: New scope, %s}\n", [more]),
})

_messages(more, settings) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(more, settings)
}

_settings := "edition: \"2022\"\n"

test_described if {
	_messages("purpose: New office, consequences: Second network, owner: CTO", _settings) == set()
	count(rule.evidence) == 3 with input as _input("purpose: New office, consequences: Second network, owner: CTO", _settings)
}

test_empty if {
	_messages("kind: isms, purpose: \"\", consequences: TBD, owner: CTO", _settings) == {"the purpose is empty for: C-1", "what follows is empty for: C-1"}
}

test_small if {
	_messages("purpose: \"\", consequences: \"\"", "organization: {name: Two, persons: 2}\n") == {"the purpose is empty for: C-1"}
}

test_others if {
	every more in ["kind: technology, purpose: \"\"", "planned: \"no\", purpose: \"\"", "purpose: \"\", status: rejected", "owner: CTO"] {
		_messages(more, _settings) == set()
	}
}
