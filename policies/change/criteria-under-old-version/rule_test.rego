package ismslint.rules.change.criteria_under_old_version_test

import data.ismslint.rules.change.criteria_under_old_version as rule

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

_base := {"criteria.yaml": _criteria, "risks.yaml": _risks(", criteria_version: v1.0")}

_edited(old, new) := object.union(_base, {"criteria.yaml": replace(_criteria, old, new)})

test_cell if _message(_base, _edited("major: medium}", "major: low}")) == "rare with major gives low instead of medium, and the version is still 1.0, which 1 risk names"

test_acceptance_is_related if {
	head := object.union(_base, {"criteria.yaml": replace(replace(_criteria, "major: medium}", "major: low}"), "high, rule: treat", "high, rule: accept")})
	found := rule.findings with input as isms.change(_base, head)
	some finding in found
	count(finding.related) == 1
}

test_step if {
	contains(_message(_base, _edited("label: major}", "label: major}\n  - {step: 3, label: severe}")), "consequence has 3 steps instead of 2")
}

test_several_risks if {
	more := concat("", [_risks(", criteria_version: v1.0"), "  - {id: R-2, title: Flood, owner: CEO, likelihood: rare, consequence: major, level: medium, criteria_version: \"1.0\"}\n"])
	head := object.union(_edited("major: medium}", "major: low}"), {"risks.yaml": more})
	contains(_message(object.union(_base, {"risks.yaml": more}), head), "which 2 risks name")
}

test_quiet if {
	_quiet(_base, _base)
	_quiet(_base, _edited("label: rare", "label: Rare"))
	_quiet(_base, object.union(_base, {"criteria.yaml": replace(replace(_criteria, "major: medium}", "major: low}"), "\"1.0\"", "\"1.1\"")}))
	uncited := {"risks.yaml": _risks("")}
	_quiet(object.union(_base, uncited), object.union(_edited("major: medium}", "major: low}"), uncited))
}

test_renamed_step_gives_the_same_level if {
	head := object.union(_base, {"criteria.yaml": replace(_criteria, "rare", "seldom")})
	_quiet(_base, head)
}

test_evidence if {
	head := object.union(_base, {"criteria.yaml": replace(replace(_criteria, "major: medium}", "major: low}"), "\"1.0\"", "\"1.1\"")})
	count(rule.evidence) == 1 with input as isms.change(_base, head)
}
