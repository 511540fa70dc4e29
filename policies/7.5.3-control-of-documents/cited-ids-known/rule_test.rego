package ismslint.rules.control_of_documents.cited_ids_known_test

import data.ismslint.rules.control_of_documents.cited_ids_known as rule

_rows := "register: risks\nentries:\n  - {id: RSK-001, title: Theft, owner: CTO, level: high}\n  - {id: RSK-002, title: Fire, owner: CTO, level: high}\n  - {id: RSK-003, title: Flood, owner: CTO, level: high}\n  - {id: RSK-004, title: Storm, owner: CTO, level: high}\n"

_files(text) := {
	"registers/risks.yaml": _rows,
	"policies/backup-policy.md": sprintf("# Backup policy\n\nEverything is copied each night, and a copy is restored as a test each quarter.\n\n%s\n", [text]),
}

test_unknown if {
	found := rule.findings with input as isms.parse(_files("This follows from RSK-009."))
	count(found) == 1
	some finding in found
	finding.message == "RSK-009 is cited here, which Information security risks does not have"
	finding.pos == "5:19:5:26"
}

test_quiet if {
	every text in [
		"This follows from RSK-001.",
		"This follows from RSK-9, ISO-27001 and CVE-2026-123.",
		"This follows from RSK-001-9 and RSK-009-2.",
		"This follows from RSK-007, RSK-008 and RSK-009.",
		"- RSK-009: a risk of its own",
		"| ID | What |\n|---|---|\n| RSK-009 | Gone since 2025 |\n\nThis follows from RSK-009.",
	] {
		count(rule.findings) == 0 with input as isms.parse(_files(text))
	}
	count(rule.evidence) == 1 with input as isms.parse(_files("This follows from RSK-001."))
}

_doc(id) := sprintf("---\nid: %s\n---\n# Policy %s\n\nEverybody gets the access that the work takes, and it ends with the work.\n", [id, id])

test_documents if {
	files := {
		"policies/a.md": _doc("POL-1"), "policies/b.md": _doc("POL-2"), "policies/c.md": _doc("POL-3"),
		"policies/d.md": concat("", [_doc("POL-4"), "\nSee POL-7 for the details of this.\n"]),
	}
	found := rule.findings with input as isms.parse(files)
	count(found) == 1
	some finding in found
	finding.message == "POL-7 is cited here, which no document has"
}
