package ismslint.rules.monitoring.measurement_determined_test

import data.ismslint.rules.monitoring.measurement_determined as rule

_input(rows) := isms.parse({"registers/measurements.yaml": sprintf("register: measurements\nentries:\n%s\n", [rows])})

_whole := "  - {id: M-1, name: Patches, method: Count, measure_when: monthly, measure_by: CTO, evaluate_when: monthly, evaluate_by: CEO}"

test_whole if {
	count(rule.findings) == 0 with input as _input(_whole)
	found := rule.evidence with input as _input(_whole)
	{activity | some e in found; some activity in e.activities} == {"9.1-a", "9.1-b", "9.1-c", "9.1-d", "9.1-e", "9.1-f"}
}

test_empty if {
	found := rule.findings with input as _input(concat("\n", [_whole, "  - {id: M-2, name: Keys, method: TBD, measure_when: \"\", measure_by: \"-\", evaluate_when: per incident, evaluate_by: CEO}"]))
	some finding in found
	finding.message == "M-2: the method is empty, when it is measured is empty, who measures is empty"
	finding.activities == ["9.1-b", "9.1-c", "9.1-d"]
	finding.field == "method"
}

test_one_of_two_is_enough if {
	count(rule.findings) == 0 with input as _input("  - {id: M-1, name: Keys, method: \"\", formula: a / b, measure_by: \"\", owner: CTO}")
}

test_quiet if {
	count(rule.findings) == 0 with input as _input("  - {id: M-1, name: Keys, method: \"\", status: retired}")
	headed := "register: measurements\nowner: CTO\nentries:\n  - {id: M-1, name: Keys, method: Count, measure_by: \"\"}\n"
	count(rule.findings) == 0 with input as isms.parse({"registers/measurements.yaml": headed})
}

test_one_owner_for_all if {
	text := "# KPI register\n\nThe Security Officer is responsible for all measures unless otherwise stated.\n\n| KPI | Target | Frequency | Owner | Result |\n|---|---|---|---|---|\n| Uptime | 99 % | quarterly | | 99 % |\n"
	given := isms.parse({"registers/kpis.md": text})
	count(rule.findings) == 0 with input as given
}

test_german if {
	text := "# Kennzahlen\n\n| Kennzahl | Zielwert | Häufigkeit | Verantwortlich | Ergebnis |\n|---|---|---|---|---|\n| Patches | 95 % | | CTO | 96 % |\n| Backups | 100 % | monatlich | CTO | 100 % |\n"
	found := rule.findings with input as isms.parse({"register/kennzahlen.md": text})
	some finding in found
	finding.message == "Patches: when it is measured is empty"
}
