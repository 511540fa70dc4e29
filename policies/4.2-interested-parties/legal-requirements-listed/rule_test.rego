package ismslint.rules.interested_parties.legal_requirements_listed_test

import data.ismslint.rules.interested_parties.legal_requirements_listed as rule

_readme := {"README.md": "# Ours\n\nHere is what we do about security.\n"}

test_register if {
	model := isms.parse({"registers/legal.yaml": "register: legal\nentries:\n  - {id: LEG-1, title: A law, obligation: Report, addressed_by: The plan}\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_document if {
	every file, text in {
		"legal-requirements.md": "# Legal requirements\n\nThe data protection law asks us to report breaches, contracts ask for more. We look at this page each spring and change what has changed since.\n",
		"rechtskataster.md": "# Rechtskataster\n\nDas Datenschutzrecht verlangt Meldungen, Verträge verlangen noch mehr davon. Wir sehen diese Seite jedes Frühjahr durch und ändern, was sich geändert hat.\n",
	} {
		model := isms.parse({file: text})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

_parties(source) := {"registers/parties.yaml": sprintf("register: parties\nentries:\n  - {id: IP-1, name: Authority, requirements: Reports, source: \"%s\"}\n", [source])}

test_parties_with_source if {
	model := isms.parse(_parties("GDPR"))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
	count(rule.findings) == 1 with input as isms.parse(_parties("TBD"))
}

test_levels if {
	found := rule.findings with input as isms.parse(_readme)
	some finding in found
	finding.at_most == "note"
	finding.absent == "legal"
	determined := rule.findings with input as isms.parse(object.union(_readme, {"isms.yaml": "edition: \"2022\"\ndetermined: [legal]\n"}))
	some other in determined
	other.at_most == "warning"
}

test_control_applied if {
	every id in ["5.31", "A.18.1.1"] {
		soa := {"registers/soa.yaml": sprintf("register: soa\nentries:\n  - {id: \"%s\", applicable: \"yes\", justification: The law asks for it}\n", [id])}
		found := rule.findings with input as isms.parse(object.union(_readme, soa))
		some finding in found
		finding.at_most == "warning"
		contains(finding.message, "on documenting them is applied")
	}
}
