package ismslint.rules.planning_of_changes.changes_planned_test

import data.ismslint.rules.planning_of_changes.changes_planned as rule

_input(more) := isms.parse({"edition": "2022", "registers/changes.yaml": sprintf("register: changes\nentries:\n  - {id: C-1, what: New office, %s}\n", [more])})

test_register if {
	count(rule.findings) == 0 with input as _input("purpose: Be closer to customers")
	count(rule.evidence) == 1 with input as _input("purpose: Be closer to customers")
}

test_unplanned_only if {
	count(rule.findings) == 1 with input as _input("planned: \"no\", mitigation: Set back, status: done")
	count(rule.evidence) == 0 with input as _input("planned: \"no\", mitigation: Set back, status: done")
	count(rule.findings) == 1 with input as _input("purpose: TBD, status: \"\"")
}

test_document if {
	text := "# Planning of changes to the ISMS\n\nWho proposes a change to scope, policy or roles writes down its purpose and its effects before the work begins.\n"
	model := isms.parse({"edition": "2022", "processes/isms-changes.md": text})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_german if {
	text := "# Änderungen am ISMS\n\nWer eine Änderung an Geltungsbereich, Leitlinie oder Rollen vorschlägt, hält vorher Zweck und Folgen fest und holt die Freigabe ein.\n"
	count(rule.findings) == 0 with input as isms.parse({"edition": "2022", "aenderungen-am-isms.md": text})
}

test_nothing if {
	found := rule.findings with input as isms.parse({"edition": "2022", "README.md": "# ISMS\n"})
	some finding in found
	finding.absent == "changes"
	finding.certainty == "indicates"
	startswith(finding.message, "no planned change to the ISMS was recognised")
}
