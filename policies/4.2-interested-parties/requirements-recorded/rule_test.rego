package ismslint.rules.interested_parties.requirements_recorded_test

import data.ismslint.rules.interested_parties.requirements_recorded as rule

_parties(rows) := isms.parse({"interested-parties.md": sprintf("# Interested parties\n\n| ID | Party | Requirement | Source |\n|---|---|---|---|\n%s\n", [rows])})

test_recorded if {
	model := _parties("| IP-1 | Customers | Reports | Contracts |")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_not_recorded if {
	found := rule.findings with input as _parties("| IP-1 | Customers | Reports | Contracts |\n| IP-2 | Owners | | Talks |")
	some finding in found
	finding.message == "IP-2: no requirement is recorded"
	startswith(finding.pos, "6:")
}

test_placeholder if {
	every cell in ["TBD", "?"] {
		found := rule.findings with input as _parties(sprintf("| IP-1 | Customers | %s | Contracts |", [cell]))
		some finding in found
		finding.message == sprintf("IP-1: no requirement is recorded, the cell holds \"%s\"", [cell])
	}
}

test_second_row_of_the_same_party if {
	count(rule.findings) == 0 with input as _parties("| IP-1 | Customers | Reports | Contracts |\n| IP-2 | Customers | | Talks |")
}

test_text_and_laws if {
	text := isms.parse({"interested-parties.md": "# Interested parties\n\nCustomers want reports of incidents, authorities want them within three days. We look at this page each spring and change what has changed since.\n"})
	count(rule.evidence) == 1 with input as text
	laws := isms.parse({"registers/legal.yaml": "register: legal\nentries:\n  - {id: LEG-1, title: A law, obligation: Report, addressed_by: The plan}\n"})
	count(rule.evidence) == 1 with input as laws
	count(rule.findings) == 0 with input as laws
}

test_closed if {
	model := isms.parse({"registers/parties.yaml": "register: parties\nentries:\n  - {id: IP-1, name: A, requirements: B}\n  - {id: IP-2, name: C, requirements: \"\", status: closed}\n"})
	count(rule.findings) == 0 with input as model
}
