package ismslint.rules.change.acceptance_after_rise_test

import data.ismslint.rules.change.acceptance_after_rise as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_criteria := "register: risk_criteria\nlevels:\n  - label: low\n  - label: medium\n  - label: high\n"

_files(row, more) := object.union({"criteria.yaml": _criteria, "risks.yaml": sprintf("register: risks\nentries:\n  - {id: R-1, title: Fire, owner: CEO, likelihood: rare, consequence: major, %s}\n", [row])}, more)

_base := _files("level: medium, accepted_by: CEO, accepted_on: 2026-01-05", {})

test_level if _message(_base, _files("level: high, accepted_by: CEO, accepted_on: 2026-01-05", {})) == "R-1 rose from medium to high; its acceptance of 2026-01-05 is older"

test_residual if {
	base := _files("level: high, residual_level: low, accepted_on: 2026-01-05", {})
	contains(_message(base, _files("level: high, residual_level: medium, accepted_on: 2026-01-05", {})), "R-1 rose from low to medium")
	_quiet(_files("level: medium, residual_level: low, accepted_on: 2026-01-05", {}), base)
}

test_quiet if {
	_quiet(_base, _files("level: high, accepted_by: CEO, accepted_on: 2026-11-05", {}))
	_quiet(_base, _files("level: low, accepted_by: CEO, accepted_on: 2026-01-05", {}))
	_quiet(_base, _files("level: high", {}))
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_base, _files("level: high, accepted_by: CEO, accepted_on: 2026-11-05", {}))
}
