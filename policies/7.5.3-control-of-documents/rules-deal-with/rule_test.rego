package ismslint.rules.control_of_documents.rules_deal_with_test

import data.ismslint.rules.control_of_documents.rules_deal_with as rule

_input(head, text, extra) := {"isms": model.isms, "document": model.documents["document-control.md"]} if {
	model := isms.parse(object.union({"document-control.md": sprintf("%s# Control of documented information\n\nOur papers look alike and are easy on the eye, and there are as few of them as we can do with.\n\n%s\n", [head, text])}, extra))
}

test_open if {
	found := rule.findings with input as _input("", "Older texts are thrown away.", {})
	some finding in found
	finding.message == "Control of documented information was not recognised to deal with access and distribution and with storage and preservation"
	finding.activities == ["7.5.3-c", "7.5.3-d"]
}

test_access_only if {
	found := rule.findings with input as _input("", "All staff may read them.", {})
	some finding in found
	finding.activities == ["7.5.3-d"]
}

test_whole if {
	text := "Access is given by the owner. Everything is stored in Git, which keeps each version. Confidential files are restricted. Records are kept for six years. External documents are listed. The index makes each document available. Each has an id. The owner approves them."
	given := _input("", text, {})
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	{activity | some item in found; some activity in item.activities} == {
		"7.5.3-a", "7.5.3-b", "7.5.3-c", "7.5.3-d", "7.5.3-e", "7.5.3-f", "7.5.3-g", "7.5.2-a", "7.5.2-c",
	}
}

test_small if count(rule.findings) == 0 with input as _input("", "Git keeps each version.", {"isms.yaml": "organization: {persons: 5}\n"})

test_pointed if {
	head := "---\nisms:\n  addresses: {\"7.5.3-c\": \"#doors\", \"7.5.3-d\": \"#gone\"}\n---\n"
	given := _input(head, "## Doors\n\nWho wants in knocks first and waits.", {})
	found := rule.findings with input as given
	count(found) == 1
	some finding in found
	contains(finding.message, "#gone")
}

test_german if {
	text := "# Dokumentenlenkung\n\nZugriff haben alle Mitarbeitenden. Die Ablage ist das Repository, das gesichert wird, und jede Version bleibt dort erhalten.\n"
	model := isms.parse({"dokumentenlenkung.md": text})
	given := {"isms": model.isms, "document": model.documents["dokumentenlenkung.md"]}
	count(rule.findings) == 0 with input as given
	count(rule.evidence) > 2 with input as given
}
