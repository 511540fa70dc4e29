package ismslint.rules.change.approved_by_author_test

import data.ismslint.rules.change.approved_by_author as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_document(head, text) := {"backup.md": sprintf("---\ntype: policy.topic\n%s\n---\n# Backup policy\n\n%s\n\nThe engineer on call looks at the log each morning and restores one customer a month to an empty environment.\n", [head, text])}

_text := "Backups must be kept for 90 days."

_base := _document("author: Anna Berg\napproved_by: Ben Cole", _text)

test_alone if _message(_base, _document("author: Anna Berg\napproved_by: Anna Berg", _text)) == "Backup policy is approved by its author alone now, and was approved by Ben Cole before"

test_quiet if {
	_quiet(_base, _document("author: Ben Cole\napproved_by: Anna Berg", _text))
	_quiet(_base, _document("author: Anna Berg\napproved_by: Anna Berg, Ben Cole", _text))
	_quiet(_document("author: Anna Berg\napproved_by: Anna Berg", _text), _document("author: Ben Cole\napproved_by: Ben Cole", _text))
	_quiet(_document("author: Anna Berg", _text), _document("author: Anna Berg\napproved_by: Anna Berg", _text))
}

test_evidence if {
	roles := {"roles.yaml": "register: roles\nentries:\n  - {id: ROLE-1, role: CTO, holder: Ben Cole}\n  - {id: ROLE-2, role: CEO, holder: Anna Berg}\n"}
	count(rule.evidence) == 1 with input as isms.change(object.union(roles, _base), object.union(roles, _document("author: CEO\napproved_by: CTO", _text)))
}
