package ismslint.rules.change.scope_change_followed_test

import data.ismslint.rules.change.scope_change_followed as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_document(head, text) := {"scope.md": sprintf("---\ntype: scope\n%s\n---\n# Scope of the ISMS\n\n%s\n", [head, text])}

_text := "The management system covers the design and sale of tools.\n\n- The workshop in York.\n- The office in Leeds.\n"

_risks(reason) := {"risks.yaml": sprintf("register: risks\nentries:\n  - {id: R-1, title: Fire, owner: CEO, level: high, rationale: %s}\n", [reason])}

_base := object.union(_document("version: 1", _text), _risks("none"))

test_gained if {
	head := object.union(_document("version: 2", concat("", [_text, "- The warehouse in Hull."])), _risks("none"))
	_message(_base, head) == "the scope gained \"The warehouse in Hull.\"; neither risks nor Statement of Applicability were touched"
}

test_lost if {
	head := object.union(_document("version: 2", replace(_text, "- The office in Leeds.\n", "")), _risks("none"))
	startswith(_message(_base, head), "the scope lost \"The office in Leeds.\"")
}

test_long_item if {
	head := object.union(_document("version: 2", concat("", [_text, "- The warehouse in Hull with the hall, the yard, the gate and all that stands there."])), _risks("none"))
	contains(_message(_base, head), "the gate a…\"")
}

test_quiet if {
	grown := _document("version: 2", concat("", [_text, "- The warehouse in Hull."]))
	_quiet(_base, object.union(grown, _risks("sprinklers in Hull")))
	_quiet(_document("version: 1", _text), grown)
	_quiet(_base, object.union(_document("version: 2", replace(_text, "design and sale", "design, sale and repair")), _risks("none")))
	_quiet(_base, object.union(_document("version: 2", replace(_text, "in Leeds", "at Leeds 2")), _risks("none")))
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_base, object.union(_document("version: 2", concat("", [_text, "- The warehouse in Hull."])), _risks("sprinklers in Hull")))
}
