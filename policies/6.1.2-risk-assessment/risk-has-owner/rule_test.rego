package ismslint.rules.risk_assessment.risk_has_owner_test

import data.ismslint.rules.risk_assessment.risk_has_owner as rule

_yaml(entries) := isms.parse({"registers/risks.yaml": concat("", ["register: risks\nentries:\n", entries])})

test_owner if {
	model := _yaml("  - {id: RSK-001, title: Fire, level: high, owner: CTO}\n")
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	some item in evidence
	item.path == "registers/risks.yaml"
}

test_no_owner if {
	found := rule.findings with input as _yaml(`  - {id: RSK-001, title: Fire, level: high, owner: CTO}
  - {id: RSK-002, title: Flood, level: high}
`)
	some finding in found
	finding.message == "RSK-002 has no owner"
	startswith(finding.pos, "4:")
}

test_placeholder if {
	every text in ["TBD", "-", "?", "[Owner]"] {
		found := rule.findings with input as _yaml(sprintf("  - {id: RSK-001, title: Fire, level: high, owner: \"%s\"}\n", [text]))
		some finding in found
		finding.message == sprintf("RSK-001 has no owner: its cell holds \"%s\"", [text])
	}
}

test_status if {
	every status in ["closed", "draft", "geschlossen"] {
		count(rule.findings) == 0 with input as _yaml(sprintf("  - {id: RSK-001, title: Fire, level: high, owner: \"\", status: %s}\n", [status]))
	}
}

_table(above, header, row) := isms.parse({"risk-register.md": sprintf("# Risk register\n\n%s\n\n%s\n|---|---|---|---|\n%s\n", [above, header, row])})

test_table if {
	found := rule.findings with input as _table("Our risks.", "| ID | Risk | Level | Owner |", "| R-1 | Fire | high |  |")
	some finding in found
	finding.message == "R-1 has no owner"
	startswith(finding.pos, "7:")
	not finding.certainty
}

test_duplicates if {
	found := rule.findings with input as _table("Our risks.", "| ID | Risk | Level | Owner |", "| R-1 | Fire | high |  |\n| R-1 | Flood | high | |")
	{finding.pos | some finding in found} != set()
}

test_no_column if {
	found := rule.findings with input as _table("Our risks.", "| ID | Risk | Level | Status |", "| R-1 | Fire | high | open |")
	some finding in found
	finding.at_most == "warning"
	finding.subject == "register/risks"
	startswith(finding.pos, "5:")
}

test_one_owner_for_all if {
	sentence := "All risks are owned by the managing director."
	model := _table(sentence, "| ID | Risk | Level | Status |", "| R-1 | Fire | high | open |")
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	some item in evidence
	item.certainty == "indicates"
	count(rule.findings) == 0 with input as _table(sentence, "| ID | Risk | Level | Owner |", "| R-1 | Fire | high |  |")
}

test_in_prose if {
	text := "# Risk register\n\n## R-1: Fire\n\n**Level:** high | Next review: 2027-01-01 | Owner: CTO\n\n## R-2: Theft\n\n**Level:** high\n\n## R-3: Flood\n\n**Level:** low\n**Owner:** CTO\n"
	found := rule.findings with input as isms.parse({"risk-register.md": text})
	count(found) == 1
	some finding in found
	finding.certainty == "indicates"
	finding.message == "no owner of R-2 was recognised in the text below its heading"
}
