package ismslint.rules.management_review.earlier_decisions_followed_up_test

import data.ismslint.rules.management_review.earlier_decisions_followed_up as rule

_reviews(entries) := isms.parse({"registers/reviews.yaml": sprintf("register: reviews\nentries:\n%s\n", [entries])})

_before := "  - {id: MR-1, date: 2025-03-02, decisions: [{id: D-1, text: Buy, status: open}, {id: D-2, text: Train, status: open}, {id: D-3, text: Sell, status: done}]}"

_next(said) := concat("\n", [_before, sprintf("  - {id: MR-2, date: 2026-03-02, decisions: Go on, inputs: {previous_actions: %q}}", [said])])

test_all_named if {
	given := _reviews(_next("D-1 done, D-2 runs"))
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_one_left if {
	found := rule.findings with input as _reviews(_next("D-1 done"))
	count(found) == 1
	some finding in found
	finding.message == "decision D-2 of 2025-03-02 is not taken up in the review of 2026-03-02"
	finding.subject == "reviews/MR-2"
	startswith(finding.pos, "4:")
	startswith(finding.related[0].pos, "3:")
}

test_two_left if {
	before := replace(_before, "D-3, text: Sell, status: done", "D-3, text: Sell, status: TBD")
	found := rule.findings with input as _reviews(replace(_next("D-1 done"), _before, before))
	some finding in found
	startswith(finding.message, "Decisions D-2, D-3 of 2025-03-02 are not taken up")
}

test_as_a_whole if count(rule.findings) == 0 with input as _reviews(_next("All done"))

test_no_ids if {
	count(rule.findings) == 0 with input as _reviews("  - {id: MR-1, date: 2025-03-02, decisions: Buy}\n  - {id: MR-2, date: 2026-03-02, decisions: Go on}")
}

test_named_elsewhere if {
	entries := concat("\n", [_before, "  - {id: MR-2, date: 2026-03-02, decisions: D-1 goes on}"])
	found := rule.findings with input as _reviews(entries)
	some finding in found
	contains(finding.message, "D-2")
}

test_minutes if {
	given := isms.parse({
		"records/management-review-2025.md": `# Management review

**Date:** 2025-03-02

## Decisions

- MR-1: buy a safe
- [x] MR-2: sell the old one
- MR-3: train a deputy
`,
		"records/management-review-2026.md": `# Management review

**Date:** 2026-03-02

## Actions from previous reviews

| ID | Action | Status |
|---|---|---|
| MR-1 | Safe | bought |
`,
	})
	found := rule.findings with input as given
	count(found) == 1
	some finding in found
	finding.message == "decision MR-3 of 2025-03-02 is not taken up in the review of 2026-03-02"
	startswith(finding.pos, "5:")
}
