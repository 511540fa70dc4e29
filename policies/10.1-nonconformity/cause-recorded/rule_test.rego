package ismslint.rules.nonconformity.cause_recorded_test

import data.ismslint.rules.nonconformity.cause_recorded as rule

_input(rows) := isms.parse({"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n%s\n", [rows])})

test_closed_without_cause if {
	found := rule.findings with input as _input("  - {id: NC-1, description: Late, cause: TBD, status: Closed}")
	some finding in found
	finding.message == "NC-1 is \"Closed\"; no cause is recorded"
	dated := rule.findings with input as _input("  - {id: NC-1, description: Late, cause: \"\", closed_on: 2026-04-01}")
	some other in dated
	other.message == "NC-1 is \"closed on 2026-04-01\"; no cause is recorded"
}

test_evidence if {
	found := rule.evidence with input as _input("  - {id: NC-1, description: Late, cause: No calendar, status: closed}")
	count(found) == 1
}

test_quiet if {
	every rows in [
		"  - {id: NC-1, description: Late, cause: \"\", status: in progress}",
		"  - {id: NC-1, description: Late, cause: \"\", action_needed: no, status: closed}",
		"  - {id: NC-1, description: Late, cause: \"\", action_reason: A single slip without effect, status: closed}",
		"  - {id: NC-1, description: Late, cause: \"\", grade: opportunity, status: closed}",
		"  - {id: NC-1, cause: \"\", status: closed}",
	] {
		count(rule.findings) == 0 with input as _input(rows)
	}
}

test_german if {
	text := "# Nichtkonformitäten\n\n| ID | Beschreibung | Ursache | Korrekturmaßnahme | Status |\n|---|---|---|---|---|\n| NK-1 | Prüfung verspätet | | Termin | geschlossen |\n| NK-2 | Prüfung verspätet | Kein Termin | Termin | geschlossen |\n"
	found := rule.findings with input as isms.parse({"nichtkonformitaten.md": text})
	some finding in found
	finding.subject == "nonconformities/NK-1"
}
