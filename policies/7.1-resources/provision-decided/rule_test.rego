package ismslint.rules.resources.provision_decided_test

import data.ismslint.rules.resources.provision_decided as rule

_minutes(text) := isms.parse({"minutes/management-review-2026.md": sprintf("# Management review 2026-11-10\n\nDate: 2026-11-10\n\nParticipants: Chief Executive Officer, security lead\n\n## Decisions\n\n%s\n", [text])})

test_said if {
	model := _minutes("- The budget for tests stays as it is.")
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	some item in found
	item.certainty == "indicates"
	item.date == "2026-11-10"
}

test_not_said if {
	found := rule.findings with input as _minutes("- The scope stays as it is.")
	count(found) == 1
	some finding in found
	finding.message == "no decision or statement on resources was recognised in the management review of 2026-11-10"
}

test_provided if {
	model := isms.parse({"registers/resources.yaml": "register: resources\nentries:\n  - {id: RES-1, need: Two days of the CTO, provided: two days}\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_german if {
	text := "# Managementbewertung vom 10.11.2026\n\nDatum: 2026-11-10\n\nTeilnehmer: Geschäftsführung und ISB\n\n## Beschlüsse\n\n- Die Ressourcen für das ISMS und das Budget sind ausreichend und werden nicht geändert.\n"
	model := isms.parse({"managementbewertung-2026.md": text})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_structured if {
	row := "  - {id: MR-1, date: 2026-11-10, participants: [CEO], decisions: Two more hires for the platform team}"
	count(rule.evidence) == 1 with input as isms.parse({"registers/reviews.yaml": sprintf("register: reviews\nentries:\n%s\n", [row])})
}

test_no_review if count(rule.findings) == 0 with input as isms.parse({"README.md": "# ISMS\n"})
