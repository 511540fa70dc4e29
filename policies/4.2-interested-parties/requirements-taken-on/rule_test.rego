package ismslint.rules.interested_parties.requirements_taken_on_test

import data.ismslint.rules.interested_parties.requirements_taken_on as rule

_parties(above, header, row) := isms.parse({"interested-parties.md": sprintf("# Interested parties\n\n%s\n\n%s\n%s\n%s\n", [above, header, _line[header], row])})

_line := {_header: "|---|---|---|---|---|", _short: "|---|---|---|"}

_short := "| ID | Party | Requirement |"

_above := "These are the parties that matter to us."

_header := "| ID | Party | Requirement | Taken on | Met by |"

test_decided if {
	every row in ["| IP-1 | Customers | Reports | yes | |", "| IP-1 | Customers | Reports | | Incident plan |", "| IP-1 | Customers | Reports | no | |"] {
		model := _parties(_above, _header, row)
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_open if {
	every row in ["| IP-1 | Customers | Reports | | |", "| IP-1 | Customers | Reports | TBD | - |", "| IP-1 | Customers | Reports | ? | |"] {
		found := rule.findings with input as _parties(_above, _header, row)
		some finding in found
		finding.message == "IP-1 does not show whether the ISMS takes the requirement on"
		startswith(finding.pos, "7:")
	}
}

test_no_requirement_is_said_elsewhere if {
	count(rule.findings) == 0 with input as _parties(_above, _header, "| IP-1 | Customers | | | |")
}

test_no_column if {
	found := rule.findings with input as _parties(_above, _short, "| IP-1 | Customers | Reports |")
	some finding in found
	finding.at_most == "note"
	finding.subject == "register/parties"
}

test_sentence_for_all if {
	every sentence in ["All requirements listed here are addressed through the ISMS.", "Alle Anforderungen werden durch das ISMS erfüllt."] {
		model := _parties(sentence, _short, "| IP-1 | Customers | Reports |")
		count(rule.findings) == 0 with input as model
		evidence := rule.evidence with input as model
		some e in evidence
		e.certainty == "indicates"
		count(rule.findings) == 0 with input as _parties(sentence, _header, "| IP-1 | Customers | Reports | | |")
	}
}

test_laws if {
	model := isms.parse({"registers/legal.yaml": "register: legal\nentries:\n  - {id: LEG-1, title: A law, obligation: Report, addressed_by: The plan}\n"})
	count(rule.evidence) == 1 with input as model
	count(rule.findings) == 0 with input as model
}
