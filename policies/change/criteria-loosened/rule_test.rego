package ismslint.rules.change.criteria_loosened_test

import data.ismslint.rules.change.criteria_loosened as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_criteria := `register: risk_criteria
version: "1.0"
approved_on: 2026-01-20
likelihood:
  - {step: 1, label: rare}
  - {step: 2, label: likely}
consequence:
  - {step: 1, label: minor}
  - {step: 2, label: major}
combination: matrix
matrix:
  rare: {minor: low, major: medium}
  likely: {minor: medium, major: high}
levels:
  - label: low
  - label: medium
  - label: high
acceptance:
  - {level: low, rule: accept}
  - {level: medium, rule: conditional}
  - {level: high, rule: treat}
`

_risks(version) := sprintf("register: risks\nentries:\n  - {id: R-1, title: Fire, owner: CEO, likelihood: rare, consequence: major, level: medium%s}\n", [version])

_base := {"criteria.yaml": _criteria, "risks.yaml": _risks("")}

_edited(old, new) := object.union(_base, {"criteria.yaml": replace(_criteria, old, new)})

test_acceptance if _message(_base, _edited("high, rule: treat", "high, rule: accept")) == "high: accept instead of treat, which is looser, and the approval is still that of 2026-01-20"

test_cell if contains(_message(_base, _edited("major: medium}", "major: low}")), "rare with major gives low instead of medium, which is looser")

test_without_approval if {
	bare := object.union(_base, {"criteria.yaml": replace(_criteria, "approved_on: 2026-01-20\n", "")})
	head := object.union(_base, {"criteria.yaml": replace(replace(_criteria, "approved_on: 2026-01-20\n", ""), "high, rule: treat", "high, rule: accept")})
	contains(_message(bare, head), "no new approval is entered")
}

test_quiet if {
	_quiet(_base, _edited("low, rule: accept", "low, rule: treat"))
	_quiet(_base, _edited("minor: low", "minor: medium"))
	_quiet(_base, object.union(_base, {"criteria.yaml": replace(replace(_criteria, "high, rule: treat", "high, rule: accept"), "2026-01-20", "2026-11-20")}))
	cited := {"risks.yaml": _risks(", criteria_version: \"1.0\"")}
	_quiet(object.union(_base, cited), object.union(_edited("high, rule: treat", "high, rule: accept"), cited))
}

_scored(levels) := {"criteria.yaml": sprintf("register: risk_criteria\nlikelihood: [{step: 1, label: rare}, {step: 2, label: likely}]\nconsequence: [{step: 1, label: minor}, {step: 2, label: major}]\ncombination: product\nlevels: %s\n", [levels])}

test_bounds if {
	base := _scored("[{label: low, min: 1}, {label: high, min: 3}]")
	contains(_message(base, _scored("[{label: low, min: 1}, {label: high, min: 4}]")), "high begins at 4 instead of 3")
	_quiet(base, _scored("[{label: low, min: 1}, {label: high, min: 2}]"))
	ends := _scored("[{label: low, max: 2}, {label: high, max: 4}]")
	contains(_message(ends, _scored("[{label: low, max: 3}, {label: high, max: 4}]")), "low ends at 3 instead of 2")
}

test_evidence if {
	head := object.union(_base, {"criteria.yaml": replace(replace(_criteria, "high, rule: treat", "high, rule: accept"), "2026-01-20", "2026-11-20")})
	count(rule.evidence) == 1 with input as isms.change(_base, head)
}
