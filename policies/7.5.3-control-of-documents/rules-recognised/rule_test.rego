package ismslint.rules.control_of_documents.rules_recognised_test

import data.ismslint.rules.control_of_documents.rules_recognised as rule

_text := "# Control of documented information\n\nEverybody may read all documents, and a change needs a review by a second person before it is merged.\n"

test_there if count(rule.findings) == 0 with input as isms.parse({"document-control.md": _text})

test_german if {
	text := "# Dokumentenlenkung\n\nAlle Mitarbeitenden dürfen alle Dokumente lesen, und jede Änderung braucht eine Prüfung durch eine zweite Person.\n"
	count(rule.findings) == 0 with input as isms.parse({"dokumentenlenkung.md": text})
}

test_nothing if {
	found := rule.findings with input as isms.parse({"README.md": "# ISMS\n"})
	some finding in found
	finding.absent == "procedure.document-control"
}

test_template if {
	found := rule.findings with input as isms.parse({"templates/document-control.md": _text})
	some finding in found
	contains(finding.message, "templates/document-control.md is not counted")
}
