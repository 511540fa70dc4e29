package ismslint.rules.roles.roles_present_test

import data.ismslint.rules.roles.roles_present as rule

test_register if {
	model := isms.parse({"registers/roles.yaml": "register: roles\nentries:\n  - {id: ROLE-A, role: Director, responsibilities: Approves}\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_documents if {
	every file, text in {
		"roles-and-responsibilities.md": "# Roles and responsibilities\n\nThe director approves, the shop manager runs the day, everybody reports. We look at this page each spring and change what has changed since.\n",
		"rollen.md": "# Rollen und Verantwortlichkeiten\n\nDie Leitung genehmigt, die Filialleitung führt den Tag, alle melden. Wir sehen diese Seite jedes Frühjahr durch und ändern, was sich geändert hat.\n",
		"appointment-letter.md": "# Letter of appointment\n\nJane Roe runs the ISMS from the first of May and reports to the director. We look at this page each spring and change what has changed since.\n",
	} {
		model := isms.parse({file: text})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_nothing if {
	found := rule.findings with input as isms.parse({"README.md": "# Ours\n\nHere is what we do about security.\n"})
	some finding in found
	finding.absent == "roles"
	startswith(finding.message, "no roles and responsibilities for information security were recognised")
}

test_template if {
	found := rule.findings with input as isms.parse({"templates/roles-and-responsibilities.md": "# Roles and responsibilities\n\nThe director approves, the shop manager runs the day. We look at this page each spring and change what has changed since.\n"})
	some finding in found
	contains(finding.message, "templates/roles-and-responsibilities.md is not counted")
}
