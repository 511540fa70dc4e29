package ismslint.rules.creating_and_updating.review_not_overdue_test

import data.ismslint.rules.creating_and_updating.review_not_overdue as rule

_policy(name, head) := {sprintf("policies/%s.md", [name]): sprintf("---\n%s\n---\n# Access policy\n\nEverybody gets the access that the work takes, managers look at it twice a year, and it ends with the work.\n", [head])}

_access(head) := isms.parse(_policy("access-policy", head))

test_past if {
	found := rule.findings with input as _access("next_review: 2026-10-31")
	some finding in found
	finding.message == "Access policy: review was due 2026-10-31"
	finding.pos == "2:14:2:24"
	finding.activities == ["7.5.2-c"]
}

test_to_come if {
	count(rule.findings) == 0 with input as _access("next_review: 2026-11")
	count(rule.evidence) == 1 with input as _access("next_review: 2026-11")
}

test_interval if {
	found := rule.findings with input as _access("last_reviewed: 2025-09-01\nreview_interval: annually")
	some finding in found
	finding.message == "Access policy: review was due 2026-09-01, annually after 2025-09-01"
	finding.field == "last_reviewed"
	count(rule.findings) == 0 with input as _access("last_reviewed: 2025-12-01\nreview_interval: annually")
}

test_word if count(rule.findings) == 0 with input as _access("next_review: as needed")

test_held_since if count(rule.findings) == 0 with input as _access("next_review: 2026-03-31\nlast_reviewed: 2026-04-02")

test_ambiguous if {
	count(rule.findings) == 0 with input as _access("approved_on: 2025-06-01\nreview date: 2025-06-01")
	count(rule.findings) == 0 with input as _access("review date: 2025-06-01")
	found := rule.findings with input as _access("approved_on: 2025-06-01\nreview date: 2026-06-01")
	some finding in found
	finding.field == "review_ambiguous"
}

test_draft if count(rule.findings) == 0 with input as _access("next_review: 2026-01-31\nstatus: draft")

test_superseded if count(rule.findings) == 0 with input as _access("next_review: 2026-01-31\nstatus: superseded")

test_policy if {
	found := rule.findings with input as isms.parse(_policy("information-security-policy", "type: policy.infosec\nnext_review: 2026-10-31"))
	some finding in found
	not finding.activities
}

test_habit if {
	files := object.union_n([_policy(name, "next_review: 2026-01-31") | some name in ["a-policy", "b-policy", "c-policy"]])
	found := rule.findings with input as isms.parse(files)
	count(found) == 1
	some finding in found
	startswith(finding.message, "3 of 3 documents with a date of review are past it: policies/a-policy.md")
}

test_german if {
	text := "| Dokument | |\n|---|---|\n| Nächste Überprüfung | 31.10.2026 |\n"
	found := rule.findings with input as isms.parse({"policies/zugriffsrichtlinie.md": sprintf("# Zugriffsrichtlinie\n\n%s\nAlle Mitarbeitenden erhalten nur den Zugriff, den die Arbeit braucht, und die Leitung prüft ihn zweimal im Jahr.\n", [text])})
	some finding in found
	endswith(finding.message, "review was due 31.10.2026")
}

test_most_of_many_is_for_kept_up if {
	files := object.union_n([{sprintf("policies/p%d-policy.md", [i]): replace(text, "Access policy", sprintf("Access policy %d", [i]))} |
		some i in [1, 2, 3, 4, 5, 6, 7]
		some text in _policy("x", "next_review: 2026-03-31")
	])
	count(rule.findings) == 0 with input as isms.parse(files)
}
