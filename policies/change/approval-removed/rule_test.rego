package ismslint.rules.change.approval_removed_test

import data.ismslint.rules.change.approval_removed as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_document(head, text) := {"backup.md": sprintf("---\ntype: policy.topic\n%s\n---\n# Backup policy\n\n%s\n\nThe engineer on call looks at the log each morning and restores one customer a month to an empty environment.\n", [head, text])}

_text := "Backups must be kept for 90 days."

_head := "approved_by: CTO\napproved_on: 2026-01-05"

test_removed if {
	_message(_document(_head, _text), _document("owner: CTO", _text)) == "Backup policy lost its approver and its date of approval, and is not marked as a draft"
	contains(_message(_document(_head, _text), _document("approved_by: CTO", _text)), "lost its date of approval")
	contains(_message(_document(_head, _text), _document("approved_by: pending\napproved_on: 2026-01-05", _text)), "lost its approver")
}

test_quiet if {
	_quiet(_document(_head, _text), _document("status: draft", _text))
	_quiet(_document(_head, _text), _document("approved_by: CEO\napproved_on: 2026-11-05", _text))
	settings := {"isms.yaml": "approval: pull-request\n"}
	_quiet(object.union(settings, _document(_head, _text)), object.union(settings, _document("owner: CTO", _text)))
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_document(_head, _text), _document("approved_by: CEO", _text))
}
