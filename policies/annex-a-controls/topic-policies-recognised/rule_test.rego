package ismslint.rules.controls.topic_policies_recognised_test

import data.ismslint.rules.controls.topic_policies_recognised as rule

_policy(title, body) := sprintf("---\nversion: 1.0\ndate: 2026-03-01\napproved_by: CEO\n---\n# %s\n\n%s\n", [title, body])

_infosec := _policy("Information security policy", "We protect the information of our customers. This policy holds for everybody.")

_soa(rows) := sprintf("register: soa\nedition: \"2022\"\nentries:\n%s\n", [rows])

_backup := "  - {id: \"8.13\", applicable: yes, justification: Ransomware, implementation: implemented}"

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

_files(rows) := {"registers/soa.yaml": _soa(rows), "policies/information-security-policy.md": _infosec}

test_not_recognised if {
	rows := concat("\n", [
		_backup,
		"  - {id: \"5.18\", applicable: yes, justification: Leavers, implementation: implemented}",
		"  - {id: \"8.5\", applicable: yes, justification: Phishing, implementation: partial}",
		"  - {id: \"8.24\", applicable: yes, justification: Disks, implementation: implemented}",
	])
	_messages(_files(rows)) == {"Statement of Applicability: no policy or section was recognised on access control (5.18, 8.5); on backup (8.13)"}
	count(rule.evidence) == 0 with input as isms.parse(_files(rows))
}

test_recognised if {
	every path, text in {
		"policies/backup-policy.md": _policy("Backup policy", "Data are copied each night, and restored as a test each quarter."),
		"policies/operations-policy.md": _policy("Operations policy", "## Backup\n\nData are copied each night, and restored as a test each quarter."),
		"processes/copies.md": "---\nversion: 1.0\ndate: 2026-03-01\ncontrols: [\"8.13\"]\n---\n# Procedure for copies\n\nData are copied each night, and restored as a test each quarter.\n",
	} {
		count(_messages(object.union(_files(_backup), {path: text}))) == 0
	}
	count(rule.evidence) == 1 with input as isms.parse(object.union(_files(_backup), {"policies/backup-policy.md": _policy("Backup policy", "Data are copied each night, and restored as a test each quarter.")}))
}

# A heading with nothing below it says nothing.
test_empty_section if {
	text := _policy("Operations policy", "Systems are run by the platform team, day and night.\n\n## Backup\n\n## Logs\n\nLogs are kept for a year.")
	count(_messages(object.union(_files(_backup), {"policies/operations-policy.md": text}))) == 1
}

test_quiet if {
	every row in [
		"  - {id: \"8.13\", applicable: no, justification: Nothing to lose}",
		"  - {id: \"8.13\", applicable: yes, justification: Ransomware, implementation: planned}",
		"  - {id: \"8.13\", applicable: yes, justification: Ransomware, implementation: implemented, evidence: Tape book}",
		"  - {id: \"8.13\", applicable: yes, justification: Ransomware, implementation: implemented, description: see the operations handbook}",
		"  - {id: \"8.24\", applicable: yes, justification: Disks, implementation: implemented}",
	] {
		count(_messages(_files(row))) == 0
	}
}

test_no_policies_here if count(_messages({"registers/soa.yaml": _soa(_backup)})) == 0

test_2013 if {
	text := "register: soa\nedition: \"2013\"\nentries:\n  - {id: A.12.3.1, applicable: yes, justification: Ransomware, implementation: implemented}\n  - {id: A.6.2.2, applicable: yes, justification: Homes, implementation: implemented}\n"
	_messages({"registers/soa.yaml": text, "policies/information-security-policy.md": _infosec}) == {"Statement of Applicability: no policy or section was recognised on backup (A.12.3.1); on remote working (A.6.2.2)"}
}
