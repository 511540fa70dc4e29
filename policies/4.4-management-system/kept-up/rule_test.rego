package ismslint.rules.management_system.kept_up_test

import data.ismslint.rules.management_system.kept_up as rule

_names := ["access-control", "backup", "cryptography", "remote-working", "endpoint", "physical-security"]

_tree(dates) := isms.parse({sprintf("policies/%s-policy.md", [_names[i]]): text |
	some i, date in dates
	text := sprintf("---\nnext_review: %s\n---\n# %s policy\n\nThis page says in two sentences how we deal with this. Everybody keeps to it.\n", [date, replace(_names[i], "-", " ")])
})

_future := "2027-05-04"

_past := "2025-05-06"

test_kept if {
	model := _tree([_future, _future, _future, _future, _future, _past])
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_not_kept if {
	found := rule.findings with input as _tree([_future, _future, _past, _past, _past, _past])
	some finding in found
	finding.message == "4 of 6 documents and registers with a date of the next review are past it: policies/cryptography-policy.md, policies/endpoint-policy.md, policies/physical-security-policy.md, policies/remote-working-policy.md"
}

test_few if {
	count(rule.findings) == 0 with input as _tree([_past, _past, _past])
	count(rule.evidence) == 0 with input as _tree([_past, _past, _past])
}

test_today_is_not_past if {
	count(rule.evidence) == 1 with input as _tree(["2026-11-24"])
}

test_registers_count if {
	model := isms.parse({"registers/risks.yaml": "register: risks\nnext_review: 2027-01-01\nentries:\n  - {id: R-1, title: Fire, level: low, owner: CTO}\n"})
	evidence := rule.evidence with input as model
	some e in evidence
	startswith(e.pos, "2:")
}

test_changed_lately if {
	text := "---\nlast_updated: %s\n---\n# Backup policy\n\nThis page says in two sentences how we deal with this. Everybody keeps to it.\n"
	evidence := rule.evidence with input as isms.parse({"backup-policy.md": sprintf(text, ["2026-03-04"])})
	some e in evidence
	e.certainty == "indicates"
	count(rule.evidence) == 0 with input as isms.parse({"backup-policy.md": sprintf(text, ["2024-03-04"])})
}

test_two_registers_in_one_file if {
	text := "risks:\n  next_review: 2027-01-01\n  entries:\n    - {id: R-1, title: Fire, level: low, owner: CTO}\ntreatments:\n  next_review: 2026-01-01\n  entries:\n    - {id: T-1, action: Hoses, owner: CTO, risks: [R-1]}\n"
	count(rule.findings) == 0 with input as isms.parse({"registers.yaml": text})
}
