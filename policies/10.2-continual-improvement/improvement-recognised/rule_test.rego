package ismslint.rules.continual_improvement.improvement_recognised_test

import data.ismslint.rules.continual_improvement.improvement_recognised as rule

_improvements(rows) := {"registers/improvements.yaml": sprintf("register: improvements\nentries:\n%s\n", [rows])}

_old := "  - {id: IMP-1, text: Shorter form, owner: CTO, status: done, raised_on: 2022-03-01, done_on: 2022-05-02}"

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

_activities(files) := {activity | some item in found; some activity in item.activities} if {
	found := rule.evidence with input as isms.parse(files)
}

test_long_ago if {
	_messages(_improvements(_old)) == {"the last improvement, corrective action, decision of a review or finished treatment on record is of 2022-05-02, more than two years ago"}
	files := object.union(_improvements(_old), {"isms.yaml": "intervals:\n  management_review: P6M\n"})
	_messages(files) == {"the last improvement, corrective action, decision of a review or finished treatment on record is of 2022-05-02, and management reviews are planned every P6M"}
	count(_activities(files)) == 0
}

test_of_late if {
	every dates in ["raised_on: 2025-06-01", "raised_on: 2022-03-01, done_on: 2024-11-24", "raised_on: 2022-03-01, result_on: 2026-01-01"] {
		files := _improvements(sprintf("  - {id: IMP-1, text: Shorter form, owner: CTO, status: open, %s}", [dates]))
		count(_messages(files)) == 0
		_activities(files) == {"10.2-a", "4.4-c"}
	}
}

# The interval of six months makes two of them one year.
test_own_interval if {
	files := object.union(_improvements("  - {id: IMP-1, text: Shorter form, owner: CTO, status: done, done_on: 2025-10-01}"), {"isms.yaml": "intervals:\n  management_review: P6M\n"})
	count(_messages(files)) == 1
}

test_other_traces_count if {
	every name, text in {
		"registers/nonconformities.yaml": "register: nonconformities\nentries:\n  - {id: NC-1, description: Late review, corrective_action: Reminder, done_on: 2026-02-01, status: closed}\n",
		"registers/treatments.yaml": "register: treatments\nentries:\n  - {id: RT-1, risks: R-1, action: Second region, option: modify, owner: CTO, due: 2026-01-01, done_on: 2026-01-01, status: done}\n",
		"registers/reviews.yaml": "register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-01, participants: CEO, decisions: Keys of hardware for everybody}\n",
	} {
		count(_messages(object.union(_improvements(_old), {name: text}))) == 0
		count(_activities({name: text})) > 0
	}
}

test_review_serves_leadership if {
	_activities({"registers/reviews.yaml": "register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-01, participants: CEO, decisions: Keys of hardware for everybody}\n"}) == {"10.2-a", "4.4-c", "5.1-g"}
}

test_minutes_with_decisions if {
	minutes := "---\ntype: minutes.management-review\ndate: 2026-03-01\n---\n# Management review\n\nParticipants: CEO\n\n## Decisions\n\n| ID | Decision | Owner | Due |\n|---|---|---|---|\n| D1 | Keys of hardware for everybody | CTO | 2026-06-01 |\n"
	"5.1-g" in _activities({"records/2026-management-review.md": minutes})
}

test_quiet if {
	every files in [
		{"README.md": "# ISMS\n"},
		# Nobody decided on it, nothing is dated, or it is still to come.
		_improvements("  - {id: IMP-1, text: Shorter form, status: open, raised_on: 2022-03-01}"),
		_improvements("  - {id: IMP-1, text: Shorter form, owner: CTO, status: done}"),
		_improvements("  - {id: IMP-1, text: Shorter form, owner: CTO, status: open, done_on: 2027-03-01}"),
		# The ISMS is young.
		object.union(_improvements(_old), {"isms.yaml": "organization:\n  started_on: 2025-06-01\n"}),
		# Reviews have a rule of their own.
		{"registers/reviews.yaml": "register: reviews\nentries:\n  - {id: MR-1, date: 2021-03-01, participants: CEO, decisions: Keys}\n"},
		{"registers/treatments.yaml": "register: treatments\nentries:\n  - {id: RT-1, risks: R-1, action: Nothing, option: retain, owner: CTO, due: 2021-01-01, done_on: 2021-01-01, status: done}\n"},
	] {
		count(_messages(files)) == 0
	}
}

test_described if {
	text := "---\ntype: procedure.capa\ndate: 2026-03-01\n---\n# Corrective action\n\nIdeas for improvement are recorded in the log and decided on each month by the team.\n"
	found := rule.evidence with input as isms.parse({"processes/corrective-action-procedure.md": text})
	{activity | some item in found; some activity in item.activities} == {"10.2-a"}
}
