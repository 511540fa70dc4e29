package ismslint.rules.creating_and_updating.format_suitable_test

import data.ismslint.rules.creating_and_updating.format_suitable as rule

_german := "# Richtlinie zum Zugriff\n\nAlle Mitarbeitenden erhalten nur den Zugriff, den die Arbeit braucht. Die Leitung prüft ihn zweimal im Jahr und nimmt weg, was nicht mehr gebraucht wird. Wer das Unternehmen verlässt, verliert den Zugriff am letzten Tag. Ausnahmen genehmigt die Geschäftsführung, und sie enden nach einem Jahr, wenn sie nicht erneuert werden. Für die Verwaltung ist der Leiter der IT zuständig.\n"

_input(languages, extra) := {"isms": model.isms, "document": model.documents["policies/zugriff-richtlinie.md"]} if {
	model := isms.parse({"isms.yaml": sprintf("organization: {languages: [%s]%s}\n", [languages, extra]), "policies/zugriff-richtlinie.md": _german})
}

test_other_language if {
	found := rule.findings with input as _input("en", "")
	some finding in found
	finding.message == "isms.yaml lists en; recognised to be written in another language: Richtlinie zum Zugriff (de)"
}

test_listed if count(rule.findings) == 0 with input as _input("en, de", "")

test_not_said if count(rule.findings) == 0 with input as _input("", "")

test_small if count(rule.findings) == 0 with input as _input("en", ", persons: 5")

test_rules if {
	text := "# Control of documented information\n\nDocuments are written in markdown and in English, and the owner reviews each change before it is merged.\n"
	model := isms.parse({"document-control.md": text, "isms.yaml": "organization: {languages: [en]}\n", "registers/documents.yaml": "register: documents\nentries:\n  - {id: D-1, title: Access, version: '1', owner: CISO, format: markdown}\n"})
	given := {"isms": model.isms, "document": model.documents["document-control.md"]}
	count(rule.evidence) == 3 with input as given
	count(rule.findings) == 0 with input as given
}

test_pointed if {
	text := "---\nisms:\n  addresses: {\"7.5.2-b\": \"#looks\"}\n---\n# Control of documented information\n\nThe owner reviews each change before it is merged, and the index says where it is found.\n\n## Looks\n\nAs the owner likes it best.\n"
	model := isms.parse({"document-control.md": text})
	count(rule.evidence) == 1 with input as {"isms": model.isms, "document": model.documents["document-control.md"]}
	lost := isms.parse({"document-control.md": replace(text, "#looks", "#gone")})
	count(rule.findings) == 1 with input as {"isms": lost.isms, "document": lost.documents["document-control.md"]}
}
