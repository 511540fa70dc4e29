package ismslint.rules.change.change_of_isms_planned_test

import data.ismslint.rules.change.change_of_isms_planned as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_document(head, text) := {"policy.md": sprintf("---\ntype: policy.infosec\n%s\n---\n# Information security policy\n\n%s\n", [head, text])}

_soa(header, row) := {"soa.md": sprintf("# Statement of Applicability\n\n| Control | Title | Applicable | %s |\n|---|---|---|---|---|\n| 5.7 | Threats | %s |\n| 5.8 | Projects | yes | R-2 | implemented |\n", [header, row])}

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

_old := _document("version: \"1.0\"", "Everybody reports a breach within one hour, and we commit to improving.")

_new := _document("version: \"1.1\"", "Everybody reports a breach within one day, and we commit to improving.")

_changes(rows) := {"changes.yaml": concat("\n", array.concat(["register: changes", "entries:", "  - {id: C-1, what: Office in Leeds, planned: \"yes\", approved_by: CEO, status: done}"], rows))}

test_policy if {
	_message(object.union(_old, _changes([])), object.union(_new, _changes([]))) == "Information security policy changed, and no entry of the register of changes was added, brought up to date or open for it"
}

test_criteria if {
	base := object.union(_changes([]), {"criteria.yaml": _criteria})
	head := object.union(_changes([]), {"criteria.yaml": replace(_criteria, "major: medium}", "major: low}")})
	startswith(_message(base, head), "risk criteria changed")
}

test_soa if {
	base := object.union(_changes([]), _soa("Reason | Status", "yes | R-1 | implemented"))
	head := object.union(_changes([]), _soa("Reason | Status", "no | The landlord does it | "))
	startswith(_message(base, head), "Statement of Applicability changed")
}

test_several_are_one if {
	base := object.union_n([_old, _changes([]), _soa("Reason | Status", "yes | R-1 | implemented")])
	head := object.union_n([_new, _changes([]), _soa("Reason | Status", "no | The landlord does it | ")])
	found := rule.findings with input as isms.change(base, head)
	some finding in found
	count(finding.related) == 1
}

test_planned if {
	row := "  - {id: C-2, what: Later reports, affected: information security policy, planned: \"yes\", approved_by: CEO, status: open}"
	_quiet(object.union(_old, _changes([])), object.union(_new, _changes([row])))
	_quiet(object.union(_old, _changes([row])), object.union(_new, _changes([row])))
	closed := replace(row, "open", "done")
	_message(object.union(_old, _changes([closed])), object.union(_new, _changes([closed])))
}

test_quiet if {
	_quiet(object.union(_old, _changes([])), object.union(_document("version: \"1.0\"", "Everybody reports a breach within one day, and we commit to improving."), _changes([])))
}

test_evidence if {
	row := "  - {id: C-2, what: Later reports, planned: \"yes\", approved_by: CEO, status: %s}"
	base := object.union(_old, _changes([sprintf(row, ["open"])]))
	count(rule.evidence) == 1 with input as isms.change(base, object.union(_new, _changes([sprintf(row, ["done"])])))
}
