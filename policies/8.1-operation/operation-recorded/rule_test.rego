package ismslint.rules.operation.operation_recorded_test

import data.ismslint.rules.operation.operation_recorded as rule

test_record if {
	text := "---\ndate: 2026-09-15\n---\n# Access review September 2026\n\nAll 120 accounts were looked at with the heads of the teams; two rights were withdrawn.\n"
	model := isms.parse({"records/2026-09-access-review.md": text})
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	{item.date | some item in found} == {"2026-09-15"}
}

test_register if {
	model := isms.parse({"registers/incidents.yaml": "register: incidents\nentries:\n  - {id: I-1, title: Laptop lost, occurred_on: 2026-02-01, severity: low}\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_german if {
	text := "# Lieferanten\n\n| Lieferant | Leistung | Kritikalität | Letzte Überprüfung |\n|---|---|---|---|\n| Nordlicht | Hosting | hoch | 2026-03-01 |\n"
	count(rule.findings) == 0 with input as isms.parse({"lieferantenverzeichnis.md": text})
}

test_not_yet if {
	model := isms.parse({"registers/incidents.yaml": "register: incidents\nentries:\n  - {id: I-1, title: Laptop lost, occurred_on: TBD, severity: low}\n  - {id: I-2, title: Later, occurred_on: 2027-01-01}\n"})
	count(rule.evidence) == 0 with input as model
	found := rule.findings with input as model
	some finding in found
	finding.absent == "processes"
	startswith(finding.message, "no record was recognised that a process of the ISMS ran as planned")
}
