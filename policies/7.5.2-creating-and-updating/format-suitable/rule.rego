# METADATA
# title: Format and language of documents are those the organisation chose
# description: >-
#   The clause asks for a suitable format and medium, and the readers decide what suits. Looked for are words on
#   format or language in the rules on documents and columns for them in a register of documents. Where isms.yaml
#   lists the languages, a document in another one is reported; a translation is none.
# custom:
#   scope: document
#   clause: "7.5.2"
#   activities: ["7.5.2-b"]
#   checks: ["7.5.2-5"]
#   kind: metadata
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: relax
#   remedy: >-
#     Add a version in one of the languages that isms.yaml lists, or list the language there.
package ismslint.rules.creating_and_updating.format_suitable

import data.ismslint.lib

evidence contains lib.evidence(input.document.cues["documents-format"][0], ".")

evidence contains lib.evidence(lib.pointed("7.5.2-b"), ".")

# Markdown in a language that was chosen: shown at the index of the registers, once.
evidence contains lib.evidence(input.isms.organization, "languages") if {
	count(input.isms.organization.languages) > 0
	input.document.language in input.isms.organization.languages
	input.document.type in {"policy.infosec", "procedure.document-control"}
}

evidence contains lib.evidence(input.isms.registers.documents, concat("/", ["columns", field])) if {
	input.document.type in {"documents", "procedure.document-control", "policy.infosec"}
	some field in ["format", "media", "language"]
	some entry in input.isms.registers.documents.entries
	lib.filled(entry[field])
}

# One finding, at the first of them.
findings contains lib.finding(input.document, ".", message) if {
	count(input.isms.organization.languages) > 0
	not input.isms.organization.small
	_in_another(input.document)
	others := [document | some document in input.isms.documents; _in_another(document)]
	others[0]._path == input.document._path
	message := sprintf("isms.yaml lists %s; recognised to be written in another language: %s", [
		concat(", ", input.isms.organization.languages),
		lib.few([sprintf("%s (%s)", [document.title, document.language]) | some document in others]),
	])
}

findings contains lib.finding(input.document, ".", lib.astray("7.5.2-b"))

_in_another(document) if {
	document.evidence
	document.section == ""
	document.type != ""
	document.language != ""
	not document.language in input.isms.organization.languages
	not lib.filled(document.metadata.translated_from)
}
