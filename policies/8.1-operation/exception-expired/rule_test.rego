package ismslint.rules.operation.exception_expired_test

import data.ismslint.rules.operation.exception_expired as rule

_input(rows) := isms.parse({"registers/exceptions.yaml": sprintf("register: exceptions\nentries:\n%s\n", [rows])})

_messages(rows) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(rows)
}

test_expired if {
	_messages("  - {id: E-1, rule: Endpoint policy, approved_by: CTO, expires_on: 2026-08-31, status: open}") == {
		"E-1 (Endpoint policy) expired on 2026-08-31; its status is \"open\"",
	}
	_messages("  - {id: E-1, title: Old key, approved_by: CTO, expires_on: 2026-08-31, status: \"\"}") == {"E-1 expired on 2026-08-31; no status is recorded"}
}

test_renewed if {
	_messages("  - {id: E-1, rule: Endpoint policy, expires_on: 2026-08-31, status: open}\n  - {id: E-2, rule: Endpoint policy, expires_on: 2027-08-31, status: open}") == set()
}

test_quiet if {
	every more in ["expires_on: 2026-08-31, status: geschlossen", "expires_on: 2026-08-31, status: expired", "expires_on: 2026, status: open", "expires_on: 2026-08-31", "expires_on: never, status: open"] {
		_messages(sprintf("  - {id: E-1, rule: Endpoint policy, approved_by: CTO, %s}", [more])) == set()
	}
}

test_evidence if {
	count(rule.evidence) == 1 with input as _input("  - {id: E-1, rule: Endpoint policy, approved_by: CTO, expires_on: 2027-08-31}")
}
