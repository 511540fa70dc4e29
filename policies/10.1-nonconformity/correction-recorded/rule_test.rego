package ismslint.rules.nonconformity.correction_recorded_test

import data.ismslint.rules.nonconformity.correction_recorded as rule

_input(rows) := isms.parse({"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n%s\n", [rows])})

test_recorded if {
	given := _input("  - {id: NC-1, description: Late, correction: Made up for, consequences: None, raised_on: 2026-03-02, status: closed}")
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	{activity | some e in found; some activity in e.activities} == {"10.1-a", "10.1-b"}
}

test_not_recorded if {
	rows := "  - {id: NC-1, description: Late, correction: \"-\", raised_on: 2026-03-02, status: in progress}"
	found := rule.findings with input as _input(rows)
	some finding in found
	finding.message == "NC-1 is \"in progress\"; no correction is recorded"
	finding.subject == "nonconformities/NC-1"
	finding.activities == ["10.1-a"]
}

test_german if {
	text := "# Nichtkonformitäten\n\n| ID | Beschreibung | Korrektur | Ursache | Status |\n|---|---|---|---|---|\n| NK-1 | Prüfung verspätet | | Kein Termin | erledigt |\n| NK-2 | Prüfung verspätet | Nachgeholt | Kein Termin | erledigt |\n"
	found := rule.findings with input as isms.parse({"nichtkonformitaten.md": text})
	some finding in found
	startswith(finding.message, "NK-1 is ")
}

test_quiet if {
	every rows in [
		"  - {id: NC-1, description: Late, correction: \"\", status: open}",
		"  - {id: NC-1, description: Late, correction: \"\", raised_on: 2026-11-10, status: in progress}",
		"  - {id: NC-1, description: Late, correction: \"\", correction_on: 2026-03-03, status: closed}",
		"  - {id: NC-1, description: Late, correction: \"\", grade: observation, status: closed}",
		"  - {id: NC-1, correction: \"\", status: closed}",
	] {
		count(rule.findings) == 0 with input as _input(rows)
	}
}
