package ismslint.rules.policy_framework.administrative_part_test

import data.ismslint.rules.policy_framework.administrative_part as rule

_body := "This is what we do about it in the company, and why it matters to all of us.\n\n## Version history\n\n| Version | Date | Change |\n|---|---|---|\n| 1.0 | 2026-03-01 | First version |\n"

_policy(title, keys) := sprintf("---\nversion: 1.0\ndate: 2026-03-01\n%s---\n# %s policy\n\n%s", [concat("", [sprintf("%s\n", [key]) | some key in keys]), title, _body])

_all := ["approved_by: CEO", "next_review: 2027-03-01", "classification: internal", "audience: all staff"]

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

_tree(more) := object.union({sprintf("policies/%s-policy.md", [name]): _policy(name, _all) | some name in ["backup", "physical-security"]}, more)

test_one_lacks_keys if {
	files := _tree({"policies/cryptography-policy.md": _policy("Cryptography", ["approved_by: CEO", "audience: all staff"])})
	_messages(files) == {"policies/cryptography-policy.md has no review date, no classification, which most of the policies here carry"}
	count(rule.evidence) > 3 with input as isms.parse(files)
}

test_many_lack_keys if {
	names := ["backup", "physical-security", "cryptography", "access-control", "acceptable-use", "network-security", "supplier-security"]
	more := {sprintf("policies/%s-policy.md", [name]): _policy(name, array.slice(_all, 0, 3)) | some name in ["malware", "endpoint", "clear-desk", "vulnerability-management", "secure-development", "change-management"]}
	found := _messages(object.union({sprintf("policies/%s-policy.md", [name]): _policy(name, _all) | some name in names}, more))
	count(found) == 1
	some message in found
	startswith(message, "6 of the 13 policies here carry no audience, which the others carry: policies/change-management-policy.md, ")
}

test_few_carry if {
	files := {sprintf("policies/%s-policy.md", [name]): _policy(name, ["approved_by: CEO", "next_review: 2027-03-01"]) | some name in ["backup", "cryptography", "physical-security"]}
	_messages(files) == {"few of the 3 policies here carry: classification (0), audience (0)"}
	count(_messages(object.union(files, {"isms.yaml": "organization:\n  persons: 6\n"}))) == 0
}

test_history_is_recorded if {
	files := {sprintf("policies/%s-policy.md", [name]): replace(_policy(name, _all), "## Version history\n\n| Version | Date | Change |\n|---|---|---|\n| 1.0 | 2026-03-01 | First version |\n", "None.\n") | some name in ["backup", "cryptography", "physical-security"]}
	count(_messages(files)) == 0
	_messages(object.union(files, {"isms.yaml": "versions: recorded\n"})) == {"few of the 3 policies here carry: version history (0)"}
}

test_git if {
	bare := replace(_policy("Cryptography", array.slice(_all, 1, 4)), "## Version history", "## Notes")
	files := _tree({"policies/cryptography-policy.md": replace(bare, "| Version | Date | Change |\n|---|---|---|\n| 1.0 | 2026-03-01 | First version |\n", "None.\n")})
	_messages(files) == {"policies/cryptography-policy.md has no approver, no version history, which most of the policies here carry"}
	count(_messages(object.union(files, {"isms.yaml": "approval: pull-request\nversions: git\n"}))) == 0
}

test_register_of_documents if {
	register := "register: documents\nentries:\n  - {id: D-1, title: Cryptography policy, path: policies/cryptography-policy.md, approved_by: CEO, next_review: 2027-03-01, classification: internal, owner: CTO}\n"
	files := _tree({"policies/cryptography-policy.md": _policy("Cryptography", ["audience: all staff"]), "documents.yaml": register})
	count(_messages(files)) == 0
}

test_folder_in_the_register if {
	register := "register: documents\nentries:\n  - {id: D-1, title: Policies, path: policies/, approved_by: CEO, next_review: 2027-03-01, classification: internal, owner: CTO}\n"
	files := _tree({"policies/cryptography-policy.md": _policy("Cryptography", ["audience: all staff"]), "documents.yaml": register})
	count(_messages(files)) == 0
}

test_quiet if {
	count(_messages(_tree({}))) == 0
	count(_messages({"README.md": "# ISMS\n"})) == 0
	count(_messages({"policies/backup-policy.md": _policy("Backup", [])})) == 0
}
