package ismslint.rules.management_review.inputs_covered_test

import data.ismslint.rules.management_review.inputs_covered as rule

_inputs := `previous_actions: Done, issue_changes: None, party_changes: None, nonconformities: None, measurement_results: Good,
      audit_results: {ref: AUD-1}, objective_fulfilment: Met, party_feedback: {none_reason: Nobody wrote}, risk_results: Low,
      treatment_status: On time`

_input(edition, entries) := isms.parse({"edition": edition, "registers/reviews.yaml": sprintf("register: reviews\nentries:\n%s\n", [entries])})

_review(id, date, inputs) := sprintf("  - {id: %s, date: %s, decisions: Go on, inputs: {%s}}", [id, date, inputs])

test_all if {
	given := _input("2022", _review("MR-1", "2026-03-02", concat(", ", [_inputs, "improvement_opportunities: Many"])))
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 11 with input as given
}

test_absent_and_empty if {
	every last in ["improvements: TBD", "improvements: -", `improvements: {summary: ""}`, "other: x"] {
		found := rule.findings with input as _input("2022", _review("MR-1", "2026-03-02", concat(", ", [_inputs, last])))
		count(found) == 1
		some finding in found
		finding.message == "the review of 2026-03-02 has no entry for: opportunities for improvement"
		finding.activities == ["9.3-l"]
		startswith(finding.pos, "3:")
	}
}

test_edition_2013 if {
	inputs := replace(_inputs, "party_changes: None, ", "")
	complete := concat(", ", [inputs, "improvements: Many"])
	count(rule.findings) == 0 with input as _input("2013", _review("MR-1", "2026-03-02", complete))
	count(rule.findings) == 1 with input as _input("2022", _review("MR-1", "2026-03-02", complete))
}

test_list_of_inputs if {
	given := _input("2022", "  - id: MR-1\n    date: 2026-03-02\n    inputs:\n      - {input: Audit results, summary: Fine}\n      - {topic: Feedback, summary: \"\"}\n      - Risk assessment\n")
	evidence := rule.evidence with input as given
	{a | some e in evidence; some a in e.activities} == {"9.3-g", "9.3-j"}
}

test_union_of_meetings if {
	meetings := concat("\n", [
		_review("MR-1", "2026-03-02", _inputs),
		_review("MR-2", "2026-06-02", "improvements: Many"),
	])
	count(rule.findings) == 0 with input as _input("2022", meetings)
	years := concat("\n", [
		_review("MR-1", "2025-04-20", concat(", ", [_inputs, "improvements: Many"])),
		_review("MR-2", "2026-04-02", _inputs),
	])
	count(rule.findings) == 1 with input as _input("2022", years)
}

test_minutes_are_not_read if {
	given := isms.parse({"management-review-2026.md": "# Management review\n\n**Date:** 2026-03-02\n\n## Decisions\n\nWe go on as before, and look at the backups again in spring.\n"})
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 0 with input as given
}
