package ismslint.rules.creating_and_updating.list_agrees_test

import data.ismslint.rules.creating_and_updating.list_agrees as rule

_policy := "---\nid: POL-1\ntitle: Backup policy\nversion: \"1.2\"\nstatus: approved\nowner: ROLE-1\napproved_on: 2026-03-01\nnext_review: 2027-03-01\n---\n# Backup policy\n\nEverything is copied each night, and a copy is restored as a test each quarter.\n"

_given(row) := isms.parse({
	"policies/backup-policy.md": _policy,
	"registers/roles.yaml": "register: roles\nentries:\n  - {id: ROLE-1, role: CTO, responsibilities: Technology}\n  - {id: ROLE-2, role: CISO, responsibilities: Security}\n",
	"registers/documents.yaml": sprintf("register: documents\nentries:\n  - {%s}\n", [row]),
})

_message(row) := finding.message if {
	found := rule.findings with input as _given(row)
	count(found) == 1
	some finding in found
}

test_differs if {
	_message("title: Backup policy, version: \"1.1\", owner: CTO") == "Backup policy: version is \"1.1\" in this list and \"1.2\" in policies/backup-policy.md"
	_message("id: POL-1, version: \"1.1\", owner: CTO") == "POL-1: version is \"1.1\" in this list and \"1.2\" in policies/backup-policy.md"
	_message("title: Backups, path: policies/backup-policy.md, status: draft") == "Backups: status is \"draft\" in this list and \"approved\" in policies/backup-policy.md"
	_message("title: policies/backup-policy.md, next_review: 2027-04-01, owner: CTO") == "policies/backup-policy.md: next review is \"2027-04-01\" in this list and \"2027-03-01\" in policies/backup-policy.md"
	_message("title: Backup policy, approved_on: 2026-02-01, owner: CTO") == "Backup policy: approved on is \"2026-02-01\" in this list and \"2026-03-01\" in policies/backup-policy.md"
	_message("title: Backup policy, version: \"1.2\", owner: CISO") == "Backup policy: owner is \"CISO\" in this list and \"ROLE-1\" in policies/backup-policy.md"
}

test_quiet if {
	every row in [
		"title: Backup policy, version: v1.2, owner: CTO, next_review: 2027-03",
		"title: Backup policy, version: latest, owner: Anna",
		"title: Access policy, version: \"1.1\", owner: CTO",
		"id: POL-9, version: \"1.1\", owner: CTO",
	] {
		count(rule.findings) == 0 with input as _given(row)
	}
	count(rule.evidence) == 2 with input as _given("title: Backup policy, version: v1.2, owner: CTO")
}
