package ismslint.rules.risk_treatment_performed.results_recorded_test

import data.ismslint.rules.risk_treatment_performed.results_recorded as rule

_risks(more) := sprintf("register: risks\nentries:\n  - {id: R-1, title: Fire, level: high, owner: CTO%s}\n", [more])

_plan(more) := sprintf("register: treatments\nentries:\n  - {id: T-1, risks: [R-1], action: Sprinklers, owner: CTO, %s}\n", [more])

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

test_plan if {
	every more in ["status: done", "status: in Arbeit", "done_on: 2026-02-01", "result: Tried out"] {
		model := isms.parse({"registers/risks.yaml": _risks(""), "registers/treatments.yaml": _plan(more)})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_register if {
	every more in [", residual_level: low", ", status: treated", ", accepted_by: CTO"] {
		model := isms.parse({"registers/risks.yaml": _risks(more)})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_none if {
	some message in _messages({"registers/risks.yaml": _risks("")})
	startswith(message, "no results of the risk treatment were recognised")
	found := rule.findings with input as isms.parse({"registers/risks.yaml": _risks(""), "registers/treatments.yaml": _plan("due: 2026-05-01, status: geplant")})
	{[finding.path, finding.absent] | some finding in found} == {["registers/treatments.yaml", "treatments"]}
}

test_ahead if {
	found := rule.findings with input as isms.parse({"registers/risks.yaml": _risks(""), "registers/treatments.yaml": _plan("due: 2027-05-01, status: planned")})
	{[finding.message, finding.at_most] | some finding in found} == {["the actions of registers/treatments.yaml all lie ahead; no result is on record yet", "note"]}
}

test_quiet if {
	_messages({"README.md": "# ISMS\n"}) == set()
	_messages({"registers/risks.yaml": _risks(", decision: retain")}) == set()
	_messages({"registers/risks.yaml": _risks(", status: accepted")}) == set()
}
