package ismslint.rules.controls.ids_of_edition_test

import data.ismslint.rules.controls.ids_of_edition as rule

_policy(controls) := sprintf("---\nversion: 1.0\ndate: 2026-03-01\ncontrols: %s\n---\n# Backup policy\n\nData are copied each night to another region, and restored as a test each quarter by the team.\n", [controls])

_soa := "register: soa\nedition: \"2022\"\nentries:\n  - {id: \"8.13\", applicable: yes, justification: Ransomware, implementation: implemented}\n  - {id: \"8.14\", applicable: yes, justification: Outages, implementation: implemented}\n"

_files(controls) := {"registers/soa.yaml": _soa, "policies/backup-policy.md": _policy(controls)}

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

test_other_edition if {
	_messages(_files("[A.12.3.1]")) == {"1 document names controls by the numbers of 2013, while Statement of Applicability follows 2022: policies/backup-policy.md (A.12.3.1, now 8.13)"}
	files := object.union(_files("[A.12.3.1]"), {"policies/logging-policy.md": replace(_policy("[A.18.2.3]"), "Backup", "Logging")})
	_messages(files) == {"2 documents name controls by the numbers of 2013, while Statement of Applicability follows 2022: policies/backup-policy.md (A.12.3.1, now 8.13), policies/logging-policy.md (A.18.2.3, now 5.36 and 8.8)"}
}

test_quiet if {
	every controls in ["[\"8.13\"]", "[A.8.13]", "[A.12.3.1, \"8.13\"]", "[CC6.1]", "[]"] {
		count(_messages(_files(controls))) == 0
	}
	count(rule.evidence) == 1 with input as isms.parse(_files("[\"8.13\"]"))
	count(_messages(object.union(_files("[]"), {"policies/backup-policy.md": replace(_policy("[A.12.3.1]"), "version: 1.0", "status: withdrawn")}))) == 0
}
