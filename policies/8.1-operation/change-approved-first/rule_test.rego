package ismslint.rules.operation.change_approved_first_test

import data.ismslint.rules.operation.change_approved_first as rule

_input(more) := isms.parse({"registers/changes.yaml": sprintf("register: changes\nentries:\n  - {id: C-1, what: New region, %s}\n", [more])})

_messages(more) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(more)
}

test_approved_later if {
	_messages("approved_on: 2026-05-02, done_on: 2026-04-28") == {"C-1 was carried out on 2026-04-28, approved on 2026-05-02"}
}

test_quiet if {
	every more in [
		"approved_on: 2026-04-28, done_on: 2026-04-28", "approved_on: 2026-04, done_on: 2026-04-01", "approved_on: 2026-05-02, status: done",
		"kind: emergency change, approved_on: 2026-05-02, done_on: 2026-04-28", "kind: Notfall, approved_on: 2026-05-02, done_on: 2026-04-28",
		"planned: \"no\", approved_on: 2026-05-02, done_on: 2026-04-28", "approved_on: TBD, done_on: 2026-04-28",
	] {
		_messages(more) == set()
	}
}

test_evidence if {
	found := rule.evidence with input as _input("approved_on: 2026-04-28, status: open")
	count(found) == 2
	{object.get(item, "certainty", "") | some item in found} == {"", "indicates"}
}

test_policy if {
	text := "# Change management policy\n\nEvery change of production is tested, approved by a second person and can be rolled back. Emergencies are approved afterwards.\n"
	model := isms.parse({"policies/change-management-policy.md": text})
	count(rule.evidence) > 0 with input as model
	count(rule.findings) == 0 with input as model
}
