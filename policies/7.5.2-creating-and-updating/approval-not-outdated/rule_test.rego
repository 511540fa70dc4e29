package ismslint.rules.creating_and_updating.approval_not_outdated_test

import data.ismslint.rules.creating_and_updating.approval_not_outdated as rule

_given(files) := {"isms": model.isms, "document": model.documents["policies/backup-policy.md"]} if model := isms.parse(files)

_files(head, change, settings) := {
	"isms.yaml": settings,
	"policies/backup-policy.md": sprintf("---\ntitle: Backup policy\nversion: \"1.1\"\n%s\n---\n# Backup policy\n\nEverything is copied each night, and a copy is restored as a test each quarter.\n\n## Version history\n\n| Version | Date | Change |\n|---|---|---|\n| 1.0 | 2024-01-01 | First |\n| 1.1 | 2025-05-01 | %s |\n", [head, change]),
}

_doc(head, change) := _given(_files(head, change, "edition: \"2022\"\n"))

test_outdated if {
	found := rule.findings with input as _doc("approved_on: 2024-01-02", "Copies each night")
	count(found) == 1
	some finding in found
	finding.message == "Backup policy: approved on 2024-01-02, version 1.1 is of 2025-05-01"
	finding.pos == "4:14:4:24"
	finding.related[0].pos == "15:9:15:19"
}

test_current if {
	count(rule.findings) == 0 with input as _doc("approved_on: 2025-04-28", "Copies each night")
	count(rule.evidence) == 1 with input as _doc("approved_on: 2025-04-28", "Copies each night")
}

test_quiet if {
	every head in ["approved_on: 2024-01-02\nstatus: draft", "owner: CTO", "approved_on: 2025"] {
		count(rule.findings) == 0 with input as _doc(head, "Copies each night")
	}
	count(rule.findings) == 0 with input as _doc("approved_on: 2024-01-02", "Typo corrected")
	count(rule.findings) == 0 with input as _given(_files("approved_on: 2024-01-02", "Copies each night", "approval: pull-request\n"))
}
