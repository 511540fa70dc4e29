package ismslint.rules.change.dependents_looked_at_test

import data.ismslint.rules.change.dependents_looked_at as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_document(head, text) := {"backup.md": sprintf("---\ntype: policy.topic\n%s\n---\n# Backup policy\n\n%s\n\nThe engineer on call looks at the log each morning and restores one customer a month to an empty environment.\n", [head, text])}

_old := _document("version: 1", "Backups must be kept for 90 days.")

_new := _document("version: 2", "Backups must be kept for 30 days.")

_refers(path, title) := {path: sprintf("# %s\n\nThe engineer on call restores the newest copy, as the [policy](backup.md) says.\n", [title])}

_one := _refers("restore-procedure.md", "Restoring")

test_document if {
	_message(object.union(_old, _one), object.union(_new, _one)) == "Backup policy changed in more than wording; Restoring refers to it and did not change"
}

test_register if {
	soa := {"soa.md": "# Statement of Applicability\n\n| Control | Title | Applicable | Reason | Status | Evidence |\n|---|---|---|---|---|---|\n| 8.13 | Backup | yes | R-1 | implemented | [Backup policy](backup.md) |\n"}
	both := object.union(soa, _one)
	message := _message(object.union(_old, both), object.union(_new, both))
	contains(message, "Restoring")
	contains(message, "refer to it and did not change")
}

test_quiet if {
	_quiet(_old, _new)
	_quiet(object.union(_old, _one), object.union(_document("version: 1", "Backups must be kept for 30 days."), _one))
	_quiet(object.union(_old, _one), object.union(_new, _refers("restore-procedure.md", "Restoring at night")))
	index := _refers("README.md", "ISMS")
	_quiet(object.union(_old, index), object.union(_new, index))
}

test_evidence if count(rule.evidence) == 1 with input as isms.change(_old, _new)
