package ismslint.rules.awareness.awareness_recognised_test

import data.ismslint.rules.awareness.awareness_recognised as rule

test_register if {
	row := "  - {id: AW-1, topic: First day, audience: All, messages: [policy], delivered_on: 2026-03-02}"
	model := isms.parse({"registers/awareness.yaml": sprintf("register: awareness\nentries:\n%s\n", [row])})
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	{item.date | some item in found} == {"2026-03-02"}
}

test_programme if {
	text := "# Security awareness programme\n\nEverybody takes a course in the first week and a refresher once a year, and new threats are told in the team meeting.\n"
	model := isms.parse({"awareness.md": text})
	count(rule.findings) == 0 with input as model
	some item in rule.evidence with input as model
	item.certainty == "indicates"
}

test_german if {
	text := "# Sensibilisierung und Schulung\n\nAlle Mitarbeitenden besuchen in der ersten Woche einen Kurs und jedes Jahr eine Auffrischung zur Informationssicherheit.\n"
	count(rule.evidence) == 1 with input as isms.parse({"sensibilisierung.md": text})
}

test_nothing if {
	found := rule.findings with input as isms.parse({"README.md": "# ISMS\n"})
	some finding in found
	finding.absent == "awareness"
	finding.certainty == "indicates"
}

test_template if {
	text := "# Awareness programme\n\nSay here what everybody is told in the first week, and which refresher follows once a year for all of them.\n"
	found := rule.findings with input as isms.parse({"templates/awareness.md": text})
	some finding in found
	contains(finding.message, "templates/awareness.md is not counted")
}
