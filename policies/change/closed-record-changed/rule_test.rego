package ismslint.rules.change.closed_record_changed_test

import data.ismslint.rules.change.closed_record_changed as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_nc(grade, more) := {"ncs.yaml": sprintf("register: nonconformities\nentries:\n  - {id: NC-1, raised_on: 2026-03-02, description: Late review, requirement: Access policy, grade: %s, corrective_action: Calendar, %s}\n", [grade, more])}

_audit(finding) := {"audits.yaml": sprintf("register: audits\nentries:\n  - {id: A-1, title: Internal audit, auditors: CTO, performed_on: 2026-03-02, conclusion: %s, status: done}\n", [finding])}

_closed := "status: closed, closed_on: 2026-09-01"

test_grade if _message(_nc("major", _closed), _nc("minor", _closed)) == "NC-1 was closed on 2026-09-01; its grade was changed"

test_audit if _message(_audit("Two gaps"), _audit("All well")) == "A-1 was closed; its conclusion was changed"

test_quiet if {
	_quiet(_nc("major", _closed), _nc("Major", _closed))
	_quiet(_nc("major", _closed), _nc("minor", "status: open"))
	_quiet(_nc("major", "status: open"), _nc("minor", _closed))
	_quiet(_nc("major", _closed), _nc("major", concat(", ", [_closed, "comment: Seen again"])))
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_nc("major", _closed), _nc("major", concat(", ", [_closed, "comment: Seen again"])))
}
