package ismslint.rules.change.text_under_old_version_test

import data.ismslint.rules.change.text_under_old_version as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_document(head, text) := {"backup.md": sprintf("---\ntype: policy.topic\n%s\n---\n# Backup policy\n\n%s\n\nThe engineer on call looks at the log each morning and restores one customer a month to an empty environment.\n", [head, text])}

_old := "Backups must be kept for 90 days."

_new := "Backups must be kept for 30 days."

test_text_changed if {
	_message(_document("version: \"1.0\"", _old), _document("version: \"1.0\"", _new)) == "the text of Backup policy changed, its version 1.0 did not"
	_message(_document("date: 2026-01-05", _old), _document("date: 2026-01-05", _new)) == "the text of Backup policy changed, its date 2026-01-05 did not"
}

test_without_title if {
	base := {"procedures/restore.md": "---\ntype: procedure\nversion: \"1.0\"\n---\nBackups must be restored within 4 hours by the engineer on call, who reads the log and asks the owner of the data first.\n"}
	head := {"procedures/restore.md": "---\ntype: procedure\nversion: \"1.0\"\n---\nBackups must be restored within 9 hours by the engineer on call, who reads the log and asks the owner of the data first.\n"}
	_message(base, head) == "the text of procedures/restore.md changed, its version 1.0 did not"
}

test_moved if {
	head := {"policies/backup.md": _document("version: \"1.0\"", concat(" ", [_new, "Nobody else may."]))["backup.md"]}
	_message({"backup.md": concat("", [_document("version: \"1.0\"\nid: POL-1", _old)["backup.md"]])}, {"policies/backup.md": replace(head["policies/backup.md"], "version", "id: POL-1\nversion")}) == "the text of Backup policy changed, its version 1.0 did not"
}

test_quiet if {
	every head in ["version: \"1.1\"", "version: \"1.0\"\ndate: 2026-11-10", "version: \"1.0\"\nstatus: in review"] {
		_quiet(_document("version: \"1.0\"", _old), _document(head, _new))
	}
	_quiet(_document("owner: CTO", _old), _document("owner: CTO", _new))
	_quiet(_document("version: \"1.0\"", _old), _document("version: \"1.0\"", concat(" ", ["*Backups* must be", "kept", "for 90 days."])))
}

test_history_row if {
	history := "\n\n| Version | Date | Change |\n|---|---|---|\n| 1.0 | 2026-01-05 | First |\n"
	base := _document("owner: CTO", concat("", [_old, history]))
	_quiet(base, _document("owner: CTO", concat("", [_new, history, "| 1.1 | 2026-11-05 | Shorter |"])))
	_message(base, _document("owner: CTO", concat("", [_new, history])))
}

test_register if {
	_table := "| Id | Risk | Owner | Likelihood | Consequence |\n|---|---|---|---|---|\n| R-1 | Fire | CEO | low | %s |\n"
	_quiet(
		{"risks.md": sprintf(concat("", ["---\ntype: risks\nversion: 1.0\n---\n# Risks\n\n", _table]), ["high"])},
		{"risks.md": sprintf(concat("", ["---\ntype: risks\nversion: 1.0\n---\n# Risks\n\n", _table]), ["low"])},
	)
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_document("version: \"1.0\"", _old), _document("version: \"1.1\"", _new))
}
