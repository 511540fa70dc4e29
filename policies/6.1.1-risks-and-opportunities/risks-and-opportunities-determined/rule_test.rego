package ismslint.rules.risks_and_opportunities.risks_and_opportunities_determined_test

import data.ismslint.rules.risks_and_opportunities.risks_and_opportunities_determined as rule

_register := "register: planning\nentries:\n  - {id: RO-1, kind: risk, statement: Nobody stands in for the security manager, action: Train a deputy}\n"

test_register if {
	model := isms.parse({"registers/planning.yaml": _register})
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	{item.path | some item in found} == {"registers/planning.yaml"}
	{activity | some item in found; some activity in item.activities} == {"6.1.1-a", "6.1.1-b"}
}

test_section if {
	text := concat("\n\n", [
		"# ISMS manual",
		"This manual describes how the company runs its management system, who is responsible for what, and where records are kept.",
		"## Actions to address risks and opportunities",
		"Records are written late, so that gaps stay hidden. We keep one calendar of due dates with reminders two weeks ahead.",
	])
	model := isms.parse({"isms-manual.md": text})
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	some item in found
	item.section == "actions-to-address-risks-and-opportunities"
	item.certainty == "indicates"
}

test_german if {
	text := concat("\n\n", [
		"# ISMS-Handbuch",
		"Dieses Handbuch beschreibt, wie das Unternehmen sein Managementsystem betreibt, wer wofür zuständig ist und wo Nachweise liegen.",
		"## Umgang mit Risiken und Chancen",
		"Nachweise entstehen zu spät, so dass Lücken verborgen bleiben. Wir führen einen Kalender der Termine mit Erinnerungen.",
	])
	count(rule.findings) == 0 with input as isms.parse({"isms-handbuch.md": text})
}

test_among_risks if {
	text := "register: risks\nentries:\n  - {id: R-1, title: No deputy, category: ISMS, level: high, owner: CTO}\n"
	model := isms.parse({"registers/risks.yaml": text})
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	{item.certainty | some item in found} == {"indicates"}
}

test_nothing if {
	found := rule.findings with input as isms.parse({"registers/risks.yaml": "register: risks\nentries:\n  - {id: R-1, title: Fire, level: high, owner: CTO}\n"})
	some finding in found
	finding.absent == "planning"
	finding.certainty == "indicates"
	startswith(finding.message, "no risks and opportunities of the ISMS itself were recognised")
}

test_empty_cells if {
	text := "register: planning\nentries:\n  - {id: RO-1, kind: \"\", statement: TBD, action: Train a deputy}\n"
	model := isms.parse({"registers/planning.yaml": text})
	count(rule.evidence) == 0 with input as model
}
