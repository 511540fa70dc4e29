package ismslint.rules.policy_framework.parts_recognised_test

import data.ismslint.rules.policy_framework.parts_recognised as rule

_policy(title, parts) := sprintf("---\nversion: 1.0\ndate: 2026-03-01\n---\n# %s policy\n\nThis is what we do about it in the company, and why it matters to all of us. Its short name is pol%s.\n\n%s\n", [title, title, concat("\n\n", [sprintf("## %s\n\nThe policy says this about it, and everybody follows that.", [part]) | some part in parts])])

_all := ["Purpose", "Scope", "Roles and responsibilities"]

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

_tree(more) := object.union({sprintf("policies/%s-policy.md", [name]): _policy(name, _all) | some name in ["backup", "physical-security"]}, more)

test_one_lacks_parts if {
	files := _tree({"policies/cryptography-policy.md": _policy("Cryptography", ["Purpose", "Keys"])})
	_messages(files) == {"Cryptography policy: no section was recognised on scope and responsibilities, which most of the policies here have"}
	count(rule.evidence) == 1 with input as isms.parse(files)
}

test_many_lack_parts if {
	names := ["backup", "physical-security", "cryptography", "access-control", "acceptable-use", "network-security", "supplier-security"]
	more := {sprintf("policies/%s-policy.md", [name]): _policy(name, ["Purpose", "Scope"]) | some name in ["malware", "endpoint", "clear-desk", "vulnerability-management", "secure-development", "change-management"]}
	files := object.union({sprintf("policies/%s-policy.md", [name]): _policy(name, _all) | some name in names}, more)
	found := _messages(files)
	count(found) == 1
	some message in found
	startswith(message, "6 of the 13 policies here have no recognised section on responsibilities, which the others have: policies/change-management-policy.md, ")
}

test_few_have_a_part if {
	files := {sprintf("policies/%s-policy.md", [name]): _policy(name, ["Overview", "Applicability"]) | some name in ["backup", "cryptography", "physical-security"]}
	_messages(files) == {"few of the 3 policies here have a recognised section on: responsibilities (0)"}
}

test_small if {
	files := object.union(_tree({"policies/cryptography-policy.md": _policy("Cryptography", ["Scope", "Duties"])}), {"isms.yaml": "organization:\n  persons: 6\n"})
	_messages(files) == {"Cryptography policy: no section was recognised on responsibilities, which most of the policies here have"}
}

test_single_policy if {
	_messages({"policies/backup-policy.md": _policy("Backup", ["Purpose", "Copies"])}) == {"Backup policy: no section was recognised on scope and responsibilities"}
	count(_messages({"policies/backup-policy.md": _policy("Backup", _all)})) == 0
}

test_words_in_bold if {
	text := replace(_policy("Cryptography", ["Purpose", "Keys"]), "## Keys\n\n", "**Scope:** all laptops and servers\n\n- **Responsibilities**: the platform team\n\n")
	count(_messages(_tree({"policies/cryptography-policy.md": text}))) == 0
	other := replace(text, "**Scope:** all", "The **scope** is all")
	count(_messages(_tree({"policies/cryptography-policy.md": other}))) == 1
}

test_quiet if {
	count(_messages(_tree({}))) == 0
	count(_messages({"README.md": "# ISMS\n"})) == 0
	draft := replace(_policy("Cryptography", ["Keys"]), "version: 1.0", "status: draft")
	count(_messages(_tree({"policies/cryptography-policy.md": draft}))) == 0
	german := _tree({"policies/backup-richtlinie.md": "---\nversion: 1.0\ndate: 2026-03-01\n---\n# Richtlinie zur Datensicherung\n\nDiese Richtlinie sagt, wie wir die Daten der Kunden sichern und wie oft wir das prüfen.\n\n## Zweck\n\nDamit die Daten nach einem Verlust zurückkommen.\n\n## Geltungsbereich\n\nAlle Daten der Kunden und des Unternehmens.\n\n## Verantwortlichkeiten\n\nDie Leitung der Plattform verantwortet die Sicherung.\n"})
	count(_messages(german)) == 0
}
