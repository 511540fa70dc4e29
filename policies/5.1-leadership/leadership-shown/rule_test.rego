package ismslint.rules.leadership.leadership_shown_test

import data.ismslint.rules.leadership.leadership_shown as rule

_activities(evidence) := {activity | some e in evidence; some activity in e.activities}

_policy := "# Information security policy\n\nWe keep what customers entrust to us, and keep our word on availability. %s\n"

test_nothing if {
	found := rule.findings with input as isms.parse({"README.md": "# Ours\n\nHere is what we do about it.\n"})
	some finding in found
	finding.absent == "message"
	finding.certainty == "indicates"
}

test_approved if {
	model := isms.parse({"information-security-policy.md": concat("", ["---\napproved_by: CEO\n---\n", sprintf(_policy, [""])])})
	count(rule.findings) == 0 with input as model
	evidence := rule.evidence with input as model
	_activities(evidence) == {"5.1-a"}
	register := isms.parse({"registers/objectives.yaml": "register: objectives\napproved_by: CEO\nentries:\n  - {id: O-1, statement: Fewer outages, target: 2, owner: CTO}\n"})
	other := rule.evidence with input as register
	_activities(other) == {"5.1-a"}
}

test_words if {
	every sentence, expected in {
		"Management provides the resources that the ISMS needs.": {"5.1-c"},
		"Security is part of the daily work and of all business processes.": {"5.1-b"},
		"The managing director supports managers in their own teams.": {"5.1-f", "5.1-h"},
		"We improve the ISMS continually.": {"5.1-g"},
	} {
		evidence := rule.evidence with input as isms.parse({"information-security-policy.md": sprintf(_policy, [sentence])})
		_activities(evidence) == expected
	}
	text := "# Informationssicherheitsleitlinie\n\nDie Geschäftsführung stellt die Ressourcen bereit und unterstützt die Führungskräfte in ihren Bereichen.\n"
	german := rule.evidence with input as isms.parse({"informationssicherheitsleitlinie.md": text})
	_activities(german) == {"5.1-c", "5.1-f", "5.1-h"}
}

test_review if {
	minutes := "# Management review 2026\n\n**Date:** 2026-05-05\n\n**Participants:** %s\n\n## Decisions\n\nWe go on as planned. We look at this page each spring and change what has changed since.\n"
	evidence := rule.evidence with input as isms.parse({"management-review-2026.md": sprintf(minutes, ["CEO"])})
	{"5.1-e", "5.1-f", "5.1-g"} == _activities(evidence) & {"5.1-e", "5.1-f", "5.1-g"}
	without := rule.evidence with input as isms.parse({"management-review-2026.md": sprintf(minutes, ["Network administrator"])})
	not "5.1-e" in _activities(without)
}

test_chair if {
	model := isms.parse({"registers/reviews.yaml": "register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-02, chair: CEO, conclusion: Fine}\n"})
	evidence := rule.evidence with input as model
	"5.1-e" in _activities(evidence)
}

test_resources if {
	model := isms.parse({"registers/resources.yaml": "register: resources\nentries:\n  - {id: RES-1, kind: money, need: Test, provided: 100 euro, decided_by: CEO}\n"})
	evidence := rule.evidence with input as model
	_activities(evidence) == {"5.1-c"}
}
