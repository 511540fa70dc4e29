package ismslint.rules.nonconformity.not_repeated_test

import data.ismslint.rules.nonconformity.not_repeated as rule

_input(rows) := isms.parse({"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n%s\n", [rows])})

_row(id, date, cause, more) := sprintf("  - {id: %s, raised_on: %s, description: Late, requirement: Access policy, cause: \"%s\"%s, status: open}", [id, date, cause, more])

_rows(second) := concat("\n", [_row("NC-1", "2025-03-02", "No calendar", ""), second])

test_repeated if {
	found := rule.findings with input as _input(_rows(_row("NC-2", "2026-03-02", "no calendar", "")))
	count(found) == 1
	some finding in found
	finding.message == "NC-2 repeats the requirement and the cause of NC-1"
	finding.subject == "nonconformities/NC-2"
	count(finding.related) == 1
}

test_quiet if {
	every second in [
		_row("NC-2", "2026-03-02", "No deputy", ""),
		_row("NC-2", "2027-04-02", "No calendar", ""),
		_row("NC-2", "2025-03-02", "No calendar", ""),
		_row("NC-2", "2026-03-02", "No calendar", ", comment: again as in NC-1"),
		_row("NC-2", "2026-03-02", "TBD", ""),
		_row("NC-2", "unknown", "No calendar", ""),
	] {
		count(rule.findings) == 0 with input as _input(_rows(second))
	}
	categories := concat("\n", [_row(id, date, "Human error", "") | some [id, date] in [["NC-1", "2025-03-02"], ["NC-2", "2026-03-02"]]])
	count(rule.findings) == 0 with input as _input(categories)
}

test_three_times if {
	found := rule.findings with input as _input(concat("\n", [_row(id, date, "No calendar", "") | some [id, date] in [["NC-1", "2025-03-02"], ["NC-2", "2026-03-02"], ["NC-3", "2026-09-02"]]]))
	count(found) == 2
}
