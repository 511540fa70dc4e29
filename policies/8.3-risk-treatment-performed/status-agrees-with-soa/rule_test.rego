package ismslint.rules.risk_treatment_performed.status_agrees_with_soa_test

import data.ismslint.rules.risk_treatment_performed.status_agrees_with_soa as rule

_input(treatments, implementation) := isms.parse({
	"registers/treatments.yaml": sprintf("register: treatments\nentries:\n%s\n", [treatments]),
	"registers/soa.yaml": sprintf("register: soa\ntitle: The SoA\nedition: \"2022\"\nentries:\n  - {id: \"8.5\", applicable: \"yes\", justification: R-1, implementation: %s}\n  - {id: \"8.2\", applicable: \"yes\", justification: R-1, implementation: partial}\n", [implementation]),
})

_messages(treatments, implementation) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(treatments, implementation)
}

_one(status) := sprintf("  - {id: T-1, risks: [R-1], action: Keys, controls: [A.8.5], status: %s}", [status])

test_done_and_planned if {
	_messages(_one("done"), "planned") == {"T-1 is \"done\"; The SoA says 8.5 is \"planned\""}
	_messages(_one("erledigt"), "geplant") == {"T-1 is \"erledigt\"; The SoA says 8.5 is \"geplant\""}
}

test_waiting_and_implemented if {
	_messages(_one("not started"), "implemented") == {"T-1 is \"not started\"; The SoA says 8.5 is \"implemented\""}
}

test_quiet if {
	every pair in [["done", "implemented"], ["done", "partial"], ["in progress", "planned"], ["in progress", "implemented"], ["approved", "implemented"], ["frozen", "planned"], ["done", "some day"]] {
		_messages(_one(pair[0]), pair[1]) == set()
	}
}

test_another_treatment if {
	open := "  - {id: T-2, risks: [R-2], action: More keys, controls: [A.8.5], status: in progress}"
	_messages(concat("\n", [_one("done"), open]), "planned") == set()
	_messages(concat("\n", [_one("planned"), open]), "implemented") == set()
}

test_not_all if {
	_messages("  - {id: T-1, risks: [R-1], action: Keys, controls: [A.8.5, A.8.2], status: planned}", "implemented") == set()
	_messages("  - {id: T-1, risks: [R-1], action: Keys, controls: [A.8.5, A.8.99], status: planned}", "implemented") == set()
}

test_evidence if {
	count(rule.evidence) == 1 with input as _input(_one("done"), "implemented")
	count(rule.evidence) == 0 with input as _input(_one("planned"), "planned")
}
