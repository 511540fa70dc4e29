package ismslint.rules.leadership.security_in_other_procedures_test

import data.ismslint.rules.leadership.security_in_other_procedures as rule

_text := "The shop manager looks at papers and references before anybody is hired. %s"

_tree(sentence) := isms.parse({"offboarding.md": sprintf("# Offboarding\n\n%s\n", [sprintf(_text, [sentence])])})

test_named if {
	every sentence in ["All access rights end on the last day.", "Everybody signs a confidentiality agreement.", "Alle Berechtigungen enden am letzten Tag."] {
		count(rule.findings) == 0 with input as _tree(sentence)
		count(rule.evidence) == 1 with input as _tree(sentence)
	}
}

test_silent if {
	found := rule.findings with input as _tree("")
	some finding in found
	finding.path == "offboarding.md"
	finding.message == "offboarding.md was not recognised to name any step on information security"
}

test_policies_count if {
	model := isms.parse({"supplier-security-policy.md": "# Supplier security policy\n\nBefore we buy we ask for the report of an auditor and read it.\n"})
	count(rule.evidence) == 1 with input as model
}

test_no_such_procedures if {
	model := isms.parse({"README.md": "# Ours\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 0 with input as model
}
