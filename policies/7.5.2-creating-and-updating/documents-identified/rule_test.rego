package ismslint.rules.creating_and_updating.documents_identified_test

import data.ismslint.rules.creating_and_updating.documents_identified as rule

_text(i, head) := sprintf("%s# Access policy %d\n\nEverybody gets the access that the work takes, managers look at it twice a year, and it ends with the work.\n", [head, i])

_full := "---\nid: POL\nversion: '1.0'\nowner: CISO\ndate: 2026-01-02\n---\n"

_files(heads) := {sprintf("policies/access-policy-%d.md", [i]): _text(i, head) | some i, head in heads}

test_one_lacks if {
	found := rule.findings with input as isms.parse(_files([_full, _full, "---\nid: POL\ndate: 2026-01-02\n---\n"]))
	count(found) == 1
	some finding in found
	finding.message == "Access policy 2 has no version, no owner, which most of the 3 documents here carry"
	finding.path == "policies/access-policy-2.md"
}

test_all_carry if {
	model := isms.parse(_files([_full, _full, _full]))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 4 with input as model
}

test_as_good if {
	other := "---\nid: POL\nversion: '1.0'\nauthor: CISO\napproved_on: 2026-01-02\n---\n"
	count(rule.findings) == 0 with input as isms.parse(_files([_full, _full, other]))
}

test_unusual_key if {
	bare := "---\nversion: '1.0'\nowner: CISO\ndate: 2026-01-02\n---\n"
	count(rule.findings) == 0 with input as isms.parse(_files([_full, bare, bare]))
}

test_many if {
	heads := [_full, _full, _full, _full, _full, _full, _full, "", "", "", "", "", ""]
	found := rule.findings with input as isms.parse(_files(heads))
	count(found) == 1
	some finding in found
	startswith(finding.message, "6 of 13 documents lack date or id or owner or version, which the others carry: ")
}

test_title_only if {
	found := rule.findings with input as isms.parse(_files(["", "", ""]))
	count(found) == 1
	some finding in found
	finding.message == "most of the 3 documents here carry neither id, version, date nor owner"
}

test_git if {
	bare := "---\nid: POL\nowner: CISO\n---\n"
	files := object.union(_files([_full, _full, bare]), {"isms.yaml": "versions: git\n"})
	count(rule.findings) == 0 with input as isms.parse(files)
}

test_draft if count(rule.findings) == 0 with input as isms.parse(_files([_full, _full, "---\nstatus: draft\n---\n"]))

test_listed if {
	files := object.union(_files([_full, _full, ""]), {"registers/documents.yaml": "register: documents\nentries:\n  - {id: D-1, title: Access, path: policies/access-policy-2.md, version: '1.0', owner: CISO}\n"})
	count(rule.findings) == 0 with input as isms.parse(files)
}

test_nothing if count(rule.findings) == 0 with input as isms.parse({"README.md": "# ISMS\n"})
