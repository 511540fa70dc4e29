package ismslint.rules.interested_parties.legal_review_due_test

import data.ismslint.rules.interested_parties.legal_review_due as rule

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

_files(rest) := {"registers/legal.yaml": sprintf("register: legal\nentries:\n  - {id: LEG-1, title: Data protection law, obligation: Report breaches, owner: DPO, %s}\n", [rest])}

test_late if {
	_messages(_files("reviewed_on: 2025-09-08, next_review: 2026-09-07, status: in force")) == {"LEG-1: review was due 2026-09-07"}
}

test_quiet if {
	every rest in ["next_review: 2027-09-07", "reviewed_on: 2026-10-01, next_review: 2026-09-07", "next_review: 2026-09-07, status: repealed", "next_review: each year"] {
		count(_messages(_files(rest))) == 0
	}
	count(rule.evidence) == 1 with input as isms.parse(_files("next_review: 2027-09-07"))
}
