package ismslint.rules.management_review.result_recorded_test

import data.ismslint.rules.management_review.result_recorded as rule

_input(fields) := isms.parse({"registers/reviews.yaml": sprintf("register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-02, participants: [CEO], %s}\n", [fields])})

_minutes(text) := isms.parse({"records/management-review-2026.md": sprintf("# Management review\n\n**Date:** 2026-03-02\n\n**Participants:** CEO, CISO\n\nWe met in the office to look at how things went since the last meeting.\n\n%s\n", [text])})

test_result if {
	every fields in ["decisions: [{id: D-1, text: Go on}]", "actions: Buy a safe", "conclusion: Fine", "outcome: No change needed"] {
		given := _input(fields)
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 1 with input as given
	}
}

test_no_result if {
	every fields in ["feedback: Good", "decisions: []", `decisions: ""`, "decisions: TBD", "decisions: -"] {
		found := rule.findings with input as _input(fields)
		count(found) == 1
		some finding in found
		finding.message == "the review of 2026-03-02 records no result"
		finding.path == "registers/reviews.yaml"
		startswith(finding.pos, "3:")
	}
}

test_in_minutes if {
	every text in ["## Decisions\n\nWe go on.", "## Actions\n\n- [ ] Buy a safe", "It was agreed to buy a safe.", "No changes to the ISMS are needed.", "The ISMS is suitable and effective."] {
		count(rule.findings) == 0 with input as _minutes(text)
		count(rule.evidence) == 1 with input as _minutes(text)
	}
}

test_blank_form if {
	found := rule.findings with input as _minutes("## Decisions\n\n| Area | Decision | Owner |\n|---|---|---|\n| Resources | | |")
	some finding in found
	startswith(finding.pos, "9:")
}
