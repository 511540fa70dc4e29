package ismslint.rules.monitoring.results_in_time_test

import data.ismslint.rules.monitoring.results_in_time as rule

_input(rows) := isms.parse({"registers/measurements.yaml": sprintf("register: measurements\nentries:\n%s\n", [rows])})

_row(when, date) := sprintf("  - {id: M-1, name: Patches, measure_when: %s, result: 96, result_on: %s}", [when, date])

_message(rows) := finding.message if {
	found := rule.findings with input as _input(rows)
	count(found) == 1
	some finding in found
	finding.subject == "measurements/M-1"
}

test_late if {
	_message(_row("quarterly", "2026-06-30")) == "M-1: the last result is of 2026-06-30, measured \"quarterly\""
	_message(_row("P6M", "2026-04-01")) == "M-1: the last result is of 2026-04-01, measured \"P6M\""
}

test_in_time if {
	every row in [
		_row("quarterly", "2026-09-30"),
		_row("quarterly", "2026-08-10"),
		_row("yearly", "2025"),
		_row("monthly (reported quarterly)", "2026-09-30"),
		_row("per incident", "2024-01-01"),
		_row("daily", "2026-10-01"),
		_row("\"\"", "2024-01-01"),
		_row("quarterly", "soon"),
	] {
		count(rule.findings) == 0 with input as _input(row)
	}
}

test_newest_of_several if {
	rows := "  - id: M-1\n    name: Patches\n    measure_when: quarterly\n    results:\n      - {on: 2026-09-30, value: 97}\n      - {on: 2026-03-31, value: 96}"
	count(rule.findings) == 0 with input as _input(rows)
	found := rule.evidence with input as _input(rows)
	some e in found
	e.date == "2026-09-30"
}

test_a_row_for_each_period if {
	rows := concat("\n", [_row("quarterly", date) | some date in ["2026-03-31", "2026-06-30"]])
	_message(rows) == "M-1: the last result is of 2026-06-30, measured \"quarterly\""
	count(rule.findings) == 0 with input as _input(concat("\n", [rows, _row("quarterly", "2026-09-30")]))
}

test_period_columns if {
	text := "# KPI register\n\n| KPI | Target | Frequency | Q1-2026 | Q2-2026 | Q3-2026 |\n|---|---|---|---|---|---|\n| Uptime | 99 % | quarterly | 99.9 % | — | |\n| Restore | 4 h | quarterly | 3 h | 3 h | 2 h |\n"
	found := rule.findings with input as isms.parse({"registers/kpis.md": text})
	count(found) == 1
	some finding in found
	finding.message == "Uptime: the last result is of 2026-03-31, measured \"quarterly\""
}
