package ismslint.rules.scope.scope_present_test

import data.ismslint.rules.scope.scope_present as rule

_text := "The ISMS covers all teams of the company, its web shop and the sale and delivery of books."

test_document if {
	every file, title in {"scope.md": "ISMS scope", "geltungsbereich.md": "Geltungsbereich des ISMS", "docs/1.md": "Scope of the ISMS"} {
		model := isms.parse({file: sprintf("# %s\n\n%s\n", [title, _text])})
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_section if {
	model := isms.parse({"handbook.md": sprintf("# Handbook\n\n%s\n\n## Scope of the ISMS\n\n%s\n", [_text, _text])})
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	some e in evidence
	e.section == "scope-of-the-isms"
}

test_scope_of_a_policy if {
	model := isms.parse({"backup-policy.md": sprintf("# Backup policy\n\n%s\n\n## Scope\n\n%s\n", [_text, _text])})
	found := rule.findings with input as model
	some finding in found
	finding.absent == "scope"
	startswith(finding.message, "no scope of the ISMS was recognised")
	count(rule.evidence) == 0 with input as model
}

test_template if {
	found := rule.findings with input as isms.parse({"templates/scope.md": sprintf("# ISMS scope\n\n%s\n", [_text])})
	some finding in found
	contains(finding.message, "templates/scope.md is not counted")
}
