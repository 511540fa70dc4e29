package ismslint.rules.policy_framework.further_parts_test

import data.ismslint.rules.policy_framework.further_parts as rule

_policy(title, parts) := sprintf("---\nversion: 1.0\ndate: 2026-03-01\n---\n# %s policy\n\nThis is what we do about it in the company, and why it matters to all of us. Its short name is pol%s.\n\n%s\n", [title, title, concat("\n\n", [sprintf("## %s\n\nThe policy says this about it, and everybody follows that.", [part]) | some part in parts])])

_tree(parts) := {sprintf("policies/%s-policy.md", [name]): _policy(name, parts) | some name in ["backup", "physical-security", "cryptography"]}

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

test_few_have_them if {
	_messages(_tree(["Purpose", "Scope", "Related documents"])) == {"few of the 3 policies here have a recognised part on key outcomes (0), summary (0)"}
	_messages(_tree(["Summary", "Scope"])) == {"few of the 3 policies here have a recognised list of related policies (0), part on key outcomes (0)"}
}

test_most_have_them if {
	files := _tree(["Summary", "Introduction", "Key outcomes", "Related policies"])
	count(_messages(files)) == 0
	count(rule.evidence) == 1 with input as isms.parse(files)
}

test_related_as_a_key if {
	files := {path: replace(text, "version: 1.0", "version: 1.0\nrelated: [policies/backup-policy.md]") | some path, text in _tree(["Summary", "Introduction", "Key outcomes"])}
	count(_messages(files)) == 0
}

test_quiet if {
	count(_messages({"README.md": "# ISMS\n"})) == 0
	count(_messages({"policies/backup-policy.md": _policy("Backup", ["Scope"])})) == 0
}
