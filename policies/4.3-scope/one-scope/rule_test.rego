package ismslint.rules.scope.one_scope_test

import data.ismslint.rules.scope.one_scope as rule

_text := "The ISMS covers all teams of the company, its web shop and the sale and delivery of books."

_tree(second, front, title) := isms.parse({
	"a/isms-scope.md": sprintf("# ISMS scope\n\n%s\n", [_text]),
	second: sprintf("%s# %s\n\n%s\n", [front, title, _text]),
})

test_one if {
	model := isms.parse({"scope.md": sprintf("# ISMS scope\n\n%s\n", [_text])})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_two if {
	found := rule.findings with input as _tree("b/scope-of-the-isms.md", "", "Scope of the ISMS")
	some finding in found
	finding.message == "a/isms-scope.md and b/scope-of-the-isms.md both present themselves as the scope of the ISMS"
	finding.path == "b/scope-of-the-isms.md"
	finding.related[0].path == "a/isms-scope.md"
}

test_quiet if {
	every front in ["---\nstatus: draft\n---\n", "---\nstatus: superseded\n---\n", "---\ntranslated_from: a/isms-scope.md\n---\n"] {
		count(rule.findings) == 0 with input as _tree("b/scope-of-the-isms.md", front, "Scope of the ISMS")
	}
	count(rule.findings) == 0 with input as _tree("b/isms-scope.md", "", "ISMS scope")
	count(rule.findings) == 0 with input as _tree("b/scope-of-certification.md", "", "Scope of certification")
}

test_another_language if {
	model := isms.parse({
		"scope.md": sprintf("# ISMS scope\n\n%s\n", [_text]),
		"geltungsbereich.md": "# Geltungsbereich des ISMS\n\nDas ISMS gilt für alle Teams des Unternehmens und für den Verkauf der Bücher in unserem Laden.\n",
	})
	count(rule.findings) == 0 with input as model
}
