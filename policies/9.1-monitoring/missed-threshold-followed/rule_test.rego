package ismslint.rules.monitoring.missed_threshold_followed_test

import data.ismslint.rules.monitoring.missed_threshold_followed as rule

_input(rows) := isms.parse({"registers/measurements.yaml": sprintf("register: measurements\nentries:\n%s\n", [rows])})

_measure(limits, value, more) := sprintf("  - {id: M-1, name: Patches, %s, result: \"%s\", result_on: 2026-09-30%s}", [limits, value, more])

_message(rows) := finding.message if {
	found := rule.findings with input as _input(rows)
	count(found) == 1
	some finding in found
	finding.subject == "measurements/M-1"
}

test_beyond if {
	_message(_measure("threshold: at least 90 %", "87 %", "")) == "M-1: 87 % on 2026-09-30 is beyond the threshold \"at least 90 %\"; no comment, action or nonconformity is recorded"
	_message(_measure("target: ≤ 4 h", "4.5 h", "")) == "M-1: 4.5 h on 2026-09-30 is beyond the target \"≤ 4 h\"; no comment, action or nonconformity is recorded"
	contains(_message(_measure("target: mindestens 95 %, threshold: 90 %", "89,5 %", "")), "beyond the threshold \"90 %\"")
}

test_without_date if {
	contains(_message("  - {id: M-1, name: Patches, target: \">= 95 %\", result: 90 %}"), "M-1: 90 % is beyond")
}

test_cannot_be_compared if {
	every limits in ["threshold: 90 %", "target: at least 90", "target: at least 1,000 %", "threshold: \"> 90 %\"", "target: 100 % of flaws with a score >= 9", "target: at least TBD"] {
		count(rule.findings) == 0 with input as _input(_measure(limits, "80 %", ""))
	}
	every value in ["2 of 3", "1/3", "2026-09-30", "n/a", "see board", "Q3 80 %", "80-85 %"] {
		count(rule.findings) == 0 with input as _input(_measure("target: at least 90 %", value, ""))
	}
}

test_within if {
	count(rule.findings) == 0 with input as _input(_measure("target: at least 95 %, threshold: at least 90 %", "92 %", ""))
	count(rule.findings) == 0 with input as _input(_measure("target: at most 5", "5", ""))
}

test_something_is_said if {
	every more in [", conclusion: Patch day moved", ", trend: rising", ", action: Second patch day", ", status: red", ", comment: holidays"] {
		count(rule.findings) == 0 with input as _input(_measure("target: at least 90 %", "80 %", more))
	}
	count(rule.findings) == 0 with input as _input(_measure("target: at least 90 %", "80 % (two servers were late)", ""))
	files := {
		"registers/measurements.yaml": concat("", ["register: measurements\nentries:\n", _measure("target: at least 90 %", "80 %", ""), "\n"]),
		"registers/nonconformities.yaml": "register: nonconformities\nentries:\n  - {id: NC-1, source: measurement, description: M-1 missed, status: open}\n",
	}
	count(rule.findings) == 0 with input as isms.parse(files)
}

test_list_of_results if {
	rows := "  - id: M-1\n    name: Patches\n    target: at least 90\n    results:\n      - {on: 2026-03-31, value: 80, conclusion: Patch day moved}\n      - {on: 2026-06-30, value: 85}\n      - {on: 2026-09-30, value: 92}"
	contains(_message(rows), "M-1: 85 on 2026-06-30 is beyond")
	found := rule.findings with input as _input(rows)
	some finding in found
	startswith(finding.pos, "8:")
}

test_evidence if {
	count(rule.evidence) == 1 with input as _input(_measure("target: at least 90 %", "95 %", ", conclusion: Reached"))
}
