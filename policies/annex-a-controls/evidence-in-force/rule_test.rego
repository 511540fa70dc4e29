package ismslint.rules.controls.evidence_in_force_test

import data.ismslint.rules.controls.evidence_in_force as rule

_policy(status) := sprintf("---\nid: POL-7\nversion: 1.0\ndate: 2026-03-01\nstatus: %s\n---\n# Backup policy\n\nData are copied each night, and restored as a test each quarter.\n", [status])

_files(status, implementation, evidence) := {
	"registers/soa.yaml": sprintf("register: soa\nedition: \"2022\"\nentries:\n  - {id: \"8.13\", applicable: yes, justification: Ransomware, implementation: %s, evidence: %s}\n  - {id: \"8.14\", applicable: yes, justification: Outages, implementation: implemented, evidence: ''}\n", [implementation, evidence]),
	"policies/backup-policy.md": _policy(status),
}

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

test_not_in_force if {
	every status in ["draft", "In review", "superseded", "withdrawn"] {
		every evidence in ["../policies/backup-policy.md", "POL-7"] {
			_messages(_files(status, "implemented", evidence)) == {sprintf("8.13 is stated as implemented, and policies/backup-policy.md, which it names, has the status \"%s\"", [status])}
			count(rule.evidence) == 0 with input as isms.parse(_files(status, "implemented", evidence))
		}
	}
}

test_file_name_alone if {
	files := {path: replace(text, "evidence: POL-7", "evidence: backup-policy.md") | some path, text in _files("draft", "implemented", "POL-7")}
	count(_messages(files)) == 1
	count(_messages(object.union(files, {"old/backup-policy.md": _policy("approved")}))) == 0
}

test_one_document_one_finding if {
	files := object.union(_files("draft", "implemented", "POL-7"), {"registers/soa.yaml": "register: soa\nedition: \"2022\"\nentries:\n  - {id: \"8.13\", applicable: yes, justification: Ransomware, implementation: implemented, evidence: POL-7}\n  - {id: \"8.14\", applicable: yes, justification: Outages, implementation: implemented, documents: POL-7}\n"})
	found := rule.findings with input as isms.parse(files)
	{finding.message | some finding in found} == {"8.13, 8.14 are stated as implemented, and policies/backup-policy.md, which they name, has the status \"draft\""}
	{count(finding.related) | some finding in found} == {2}
}

test_template if {
	blank := "---\nid: POL-7\nversion: 1.0\n---\n# Backup policy template\n\n[COMPANY NAME] copies data each [INTERVAL]. {{owner}} answers for it. {{restore}} is tested by [ROLE].\n"
	files := object.union(_files("approved", "implemented", "../policies/backup-policy.md"), {"policies/backup-policy.md": blank})
	_messages(files) == {"8.13 is stated as implemented, and policies/backup-policy.md, which it names, looks like a template that nobody filled in"}
	{finding.certainty | some finding in rule.findings} == {"indicates"} with input as isms.parse(files)
}

test_quiet if {
	every case in [
		["approved", "implemented", "../policies/backup-policy.md"], ["draft", "partial", "../policies/backup-policy.md"],
		["draft", "planned", "POL-7"], ["draft", "implemented", "TICKET-12"], ["in force", "implemented", "POL-7"],
	] {
		count(_messages(_files(case[0], case[1], case[2]))) == 0
	}
	count(rule.evidence) == 1 with input as isms.parse(_files("approved", "implemented", "../policies/backup-policy.md"))
}
