package ismslint.rules.management_review.conclusion_recorded_test

import data.ismslint.rules.management_review.conclusion_recorded as rule

_reviews(entries) := isms.parse({"registers/reviews.yaml": sprintf("register: reviews\nentries:\n%s\n", [entries])})

test_conclusion if {
	given := _reviews("  - {id: MR-1, date: 2026-03-02, decisions: Go on, conclusion: {suitability: Yes, adequacy: Yes}}")
	count(rule.findings) == 1 with input as given
	one := _reviews("  - {id: MR-1, date: 2026-03-02, decisions: Go on, conclusion: Suitable and effective}")
	count(rule.findings) == 0 with input as one
	count(rule.evidence) == 1 with input as one
}

test_empty if {
	every value in [`""`, "TBD", "-"] {
		found := rule.findings with input as _reviews(sprintf("  - {id: MR-1, date: 2026-03-02, decisions: Go on, conclusion: %s}", [value]))
		count(found) == 1
		some finding in found
		finding.message == "the review of 2026-03-02 was not recognised to conclude on suitability, adequacy and effectiveness"
		finding.field == "conclusion"
	}
}

test_in_a_sentence if {
	every text in ["The ISMS is suitable, adequate and effective.", "Das ISMS ist geeignet, angemessen und wirksam."] {
		given := isms.parse({"management-review-2026.md": sprintf("# Management review\n\n**Date:** 2026-03-02\n\n**Chair:** CEO\n\nWe met in the office to look at how things went since the last meeting.\n\n%s\n", [text])})
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 1 with input as given
	}
}
