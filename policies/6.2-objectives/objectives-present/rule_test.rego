package ismslint.rules.objectives.objectives_present_test

import data.ismslint.rules.objectives.objectives_present as rule

_policy := "# Information security policy\n\nWe commit to meet applicable requirements and to improve continually. The managing director approved this.\n"

test_register if {
	model := isms.parse({"registers/objectives.yaml": "register: objectives\nentries:\n  - {id: O-1, statement: Patch in seven days, target: 95 %, status: achieved}\n"})
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	{item.path | some item in found} == {"registers/objectives.yaml"}
}

test_section_of_policy if {
	text := concat("", [_policy, "\n## Information security objectives\n\n- Patch high flaws within seven days.\n- Restore all data within four hours.\n"])
	model := isms.parse({"information-security-policy.md": text})
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	{item.section | some item in found} == {"information-security-objectives"}
}

test_german if {
	text := "# Informationssicherheitsziele\n\n- Kritische Lücken werden innerhalb von sieben Tagen geschlossen.\n- Alle Daten sind in vier Stunden wiederhergestellt.\n"
	count(rule.findings) == 0 with input as isms.parse({"informationssicherheitsziele.md": text})
}

test_nothing if {
	found := rule.findings with input as isms.parse({"information-security-policy.md": _policy})
	some finding in found
	finding.path == "information-security-policy.md"
	finding.absent == "objectives"
	startswith(finding.message, "no information security objectives were recognised")
	declared := rule.findings with input as isms.parse({"information-security-policy.md": _policy, "isms.yaml": "edition: \"2022\"\n"})
	{place.path | some place in declared} == {"isms.yaml"}
}

test_blank_rows if {
	found := rule.findings with input as isms.parse({"registers/objectives.yaml": "register: objectives\nentries:\n  - {id: O-1, statement: TBD, target: \"\"}\n"})
	some finding in found
	contains(finding.message, "registers/objectives.yaml has no objective in words")
}

test_template if {
	text := "# Information security objectives\n\n- Patch high flaws within seven days, on all systems.\n"
	found := rule.findings with input as isms.parse({"templates/information-security-objectives.md": text})
	some finding in found
	contains(finding.message, "templates/information-security-objectives.md is not counted")
}
