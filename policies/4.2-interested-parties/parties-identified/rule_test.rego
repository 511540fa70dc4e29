package ismslint.rules.interested_parties.parties_identified_test

import data.ismslint.rules.interested_parties.parties_identified as rule

test_register if {
	model := isms.parse({"registers/parties.yaml": "register: parties\nentries:\n  - {id: IP-1, name: Customers, requirements: Reports}\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_text if {
	every file, text in {
		"stakeholder-analysis.md": "# Stakeholder analysis\n\nCustomers want reports of incidents, authorities want them within three days. We look at this page each spring and change what has changed since.\n",
		"interessierte-parteien.md": "# Interessierte Parteien\n\nKunden erwarten Meldungen von Vorfällen, Behörden innerhalb von drei Tagen. Wir sehen diese Seite jedes Frühjahr durch und ändern, was sich geändert hat.\n",
		"handbook.md": "# Handbook\n\nHow we work.\n\n## Interested parties\n\nCustomers want reports of incidents, authorities want them within three days. We look at this page each spring and change what has changed since.\n",
	} {
		model := isms.parse({file: text})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) > 0 with input as model
	}
}

test_nothing if {
	found := rule.findings with input as isms.parse({"README.md": "# Ours\n\nHere is what we do about security.\n"})
	some finding in found
	finding.absent == "parties"
	finding.message == "no interested parties were recognised in a register, table or section"
}

test_template if {
	found := rule.findings with input as isms.parse({"templates/stakeholder-analysis.md": "# Stakeholder analysis\n\nCustomers want reports of incidents, authorities want them too. We look at this page each spring and change what has changed since.\n"})
	some finding in found
	contains(finding.message, "templates/stakeholder-analysis.md is not counted")
}
