package ismslint.rules.monitoring.results_recorded_test

import data.ismslint.rules.monitoring.results_recorded as rule

_input(rows) := isms.parse({"registers/measurements.yaml": sprintf("register: measurements\nentries:\n%s\n", [rows])})

_message(files) := finding.message if {
	found := rule.findings with input as isms.parse(files)
	count(found) == 1
	some finding in found
	finding.absent == "measurements"
	finding.subject == "register/measurements"
}

_looked := "no results of monitoring and measurement were recognised: no dated values, no columns by period, no report"

test_nothing if _message({"notes.md": "# Notes\n"}) == _looked

test_measures_without_results if {
	_message({"registers/measurements.yaml": "register: measurements\nentries:\n  - {id: M-1, name: Patches, target: 95 %, result: TBD}\n"}) == concat("", [_looked, "; registers/measurements.yaml lists measures without results"])
}

test_document_without_values if {
	contains(_message({"kpi.md": "# Key performance indicators\n\nWe look at patches, at restores and at reported phishing, each quarter.\n"}), "kpi.md speaks of measures and was not recognised to give values")
}

test_newest_dated_value if {
	given := _input("  - id: M-1\n    name: Patches\n    results:\n      - {on: 2026-06-30, value: 96}\n      - {on: 2026-09-30, value: 97}")
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	count(found) == 1
	some e in found
	e.date == "2026-09-30"
	startswith(e.pos, "7:")
}

test_period_columns if {
	text := "# KPI register\n\n| KPI | Target | Frequency | Q1-2026 | Q2-2026 |\n|---|---|---|---|---|\n| Uptime | 99 % | quarterly | 99.9 % | — |\n"
	given := isms.parse({"registers/kpis.md": text})
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	some e in found
	e.date == "2026-03-31"
}

test_values_without_date if {
	given := _input("  - {id: M-1, name: Patches, target: 95 %, result: 96 %}")
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	some e in found
	e.certainty == "indicates"
}

test_first_is_planned if {
	found := rule.findings with input as _input("  - {id: M-1, name: Patches, target: 95 %, result: \"\", result_on: 2027-01-31}")
	some finding in found
	finding.at_most == "note"
}

test_report if {
	given := isms.parse({"records/2026-kpi-report.md": "---\ntype: report.kpi\ndate: 2026-10-01\n---\n# Security report\n\nIn the third quarter 97 % of the flaws were patched in time, and no backup failed.\n"})
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}
