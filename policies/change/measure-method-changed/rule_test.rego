package ismslint.rules.change.measure_method_changed_test

import data.ismslint.rules.change.measure_method_changed as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_files(row) := {"measures.yaml": sprintf("register: measurements\nentries:\n  - {id: M-1, name: Patches, what: control 8.8, %s, measure_when: quarterly}\n", [row])}

_results := "results: [{period: 2026-Q2, value: 91 %}]"

_base := _files(concat(", ", ["method: Closed within 7 days", _results]))

test_method if _message(_base, _files(concat(", ", ["method: Closed within 30 days", _results]))) == "the method of M-1 changed; the series goes on under the same id"

test_quiet if {
	_quiet(_base, _files(concat(", ", ["method: Closed within 30 days, comment: New series from 2026-Q4", _results])))
	_quiet(_base, _files(concat(", ", ["method: closed within 7 days.", _results])))
	_quiet(_files("method: Closed within 7 days"), _files("method: Closed within 30 days"))
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_base, _files(concat(", ", ["method: Closed within 30 days, comment: New series from 2026-Q4", _results])))
}
