package ismslint.rules.operation.supplier_review_due_test

import data.ismslint.rules.operation.supplier_review_due as rule

_input(more, settings) := isms.parse({
	"registers/suppliers.yaml": sprintf("register: suppliers\nentries:\n  - {id: S-1, name: Nimbus, service: Hosting, %s}\n", [more]),
	"isms.yaml": settings,
})

_settings := "edition: \"2022\"\n"

_messages(more, settings) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(more, settings)
}

test_past if {
	_messages("next_review: 2026-02-02", _settings) == {"Nimbus: the review was due 2026-02-02"}
	_messages("assurance_until: 2026-06-30, valid_until: 30.09.2026", _settings) == {
		"Nimbus: the certificate or report was valid until 2026-06-30, the agreement was valid until 30.09.2026",
	}
	_messages("reviewed_on: 2025-02-02, monitoring_interval: jährlich", _settings) == {
		"Nimbus: the last review was on 2025-02-02, planned \"jährlich\"",
	}
}

test_interval_of_settings if {
	_messages("reviewed_on: 2025-02-02", "intervals: {supplier_review: P12M}\n") == {
		"Nimbus: the last review was on 2025-02-02, and isms.yaml plans one every 12 months",
	}
	_messages("reviewed_on: 2025-02-02", _settings) == set()
}

test_quiet if {
	every more in [
		"next_review: annual", "next_review: 2026", "next_review: 2026-11-24", "next_review: 2026-02-02, status: ended",
		"next_review: 2026-02-02, reviewed_on: 2026-02-10", "reviewed_on: 2025-02-02, next_review: 2027-02-01, monitoring_interval: P12M",
		"valid_until: unlimited",
	] {
		_messages(more, _settings) == set()
	}
}

test_evidence if {
	count(rule.evidence) == 2 with input as _input("next_review: 2027-02-02, reviewed_on: 2026-02-10", _settings)
}
