package ismslint.rules.change.risk_lowered_test

import data.ismslint.rules.change.risk_lowered as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_criteria := "register: risk_criteria\nlevels:\n  - label: low\n  - label: medium\n  - label: high\n"

_files(row, more) := object.union({"criteria.yaml": _criteria, "risks.yaml": sprintf("register: risks\nentries:\n  - {id: R-1, title: Fire, owner: CEO, likelihood: rare, consequence: major, %s}\n", [row])}, more)

_base := _files("level: high, residual_level: medium, rationale: None so far, treatments: T-1", {})

test_lowered if {
	_message(_base, _files("level: medium, residual_level: medium, rationale: None so far, treatments: T-1", {})) == "R-1 was lowered from high to medium; no treatment of it was finished, and neither date nor reason changed"
	contains(_message(_base, _files("level: high, residual_level: low, rationale: None so far, treatments: T-1", {})), "R-1 was lowered from medium to low")
}

test_reason if {
	every row in [
		"level: medium, residual_level: medium, rationale: New alarm, treatments: T-1",
		"level: medium, residual_level: medium, rationale: None so far, treatments: T-1, assessed_on: 2026-11-10",
		"level: medium, residual_level: medium, rationale: None so far, treatments: T-1, comment: Looked at again",
		"level: high, residual_level: high, rationale: None so far, treatments: T-1",
	] {
		_quiet(_base, _files(row, {}))
	}
}

_treatment(status, risks) := {"treatments.yaml": sprintf("register: treatments\nentries:\n  - {id: T-1, action: Sprinklers in all rooms, owner: CEO, due: 2026-12-01, status: %s%s}\n", [status, risks])}

test_treatment_finished if {
	lowered := "level: medium, residual_level: medium, rationale: None so far"
	before := "level: high, residual_level: medium, rationale: None so far"
	_quiet(_files(before, _treatment("open", ", risks: R-1")), _files(lowered, _treatment("done", ", risks: R-1")))
	_quiet(_files(concat("", [before, ", treatments: T-1"]), _treatment("open", "")), _files(concat("", [lowered, ", treatments: T-1"]), _treatment("done", "")))
	_message(_files(before, _treatment("open", "")), _files(lowered, _treatment("done", "")))
}

test_no_column_for_reasons if _quiet(_files("level: high", {}), _files("level: medium", {}))

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_base, _files("level: medium, residual_level: medium, rationale: New alarm, treatments: T-1", {}))
}
