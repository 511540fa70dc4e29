package ismslint.rules.change.policy_under_old_approval_test

import data.ismslint.rules.change.policy_under_old_approval as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_document(head, text) := {"policy.md": sprintf("---\ntype: policy.infosec\n%s\n---\n# Information security policy\n\n%s\n", [head, text])}

_long := "Everybody reports a breach within one day, and we commit to meeting requirements and to improving."

_short := "Everybody reports a breach within one hour, and we commit to meeting requirements and to improving."

_head := "version: \"1.0\"\napproved_on: 2026-01-05"

test_text_changed if {
	_message(_document(_head, _short), _document(_head, _long)) == "the text of Information security policy changed, its version 1.0 and approval of 2026-01-05 did not"
	_message(_document("version: \"1.0\"", _short), _document("version: \"1.0\"", _long)) == "the text of Information security policy changed, its version 1.0 did not"
}

test_place if {
	found := rule.findings with input as isms.change(_document(_head, _short), _document(_head, _long))
	some finding in found
	finding.path == "policy.md"
	finding.pos == "8:39:8:42"
}

test_quiet if {
	every head in ["version: \"1.1\"", "version: \"1.0\"\napproved_on: 2026-11-10", "version: \"1.0\"\nstatus: draft"] {
		_quiet(_document("version: \"1.0\"\napproved_on: 2026-01-05", _short), _document(head, _long))
	}
	_quiet(_document("owner: CISO", _short), _document("owner: CISO", _long))
	_quiet(_document(_head, _short), _document(_head, replace(_short, "a breach", "the breach")))
	_quiet({"README.md": "# Notes\n"}, _document(_head, _long))
}

test_versions_in_git if {
	settings := {"isms.yaml": "versions: git\n"}
	_quiet(object.union(settings, _document(_head, _short)), object.union(settings, _document(_head, _long)))
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_document(_head, _short), _document("version: \"1.1\"", _long))
}

test_no_base if count(rule.findings) == 0 with input as isms.parse(_document(_head, _long))
