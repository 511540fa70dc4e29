package ismslint.rules.management_review.no_nonconformities_agrees_test

import data.ismslint.rules.management_review.no_nonconformities_agrees as rule

_input(said, entries) := isms.parse({
	"registers/reviews.yaml": sprintf("register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-02, decisions: Go on, inputs: {nonconformities: %q}}\n", [said]),
	"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n%s\n", [entries]),
})

_nc(id, raised, closing) := sprintf("  - {id: %s, raised_on: %s, description: Late, cause: Holiday, corrective_action: Deputy, %s}", [id, raised, closing])

_open := _nc("NC-1", "2026-01-12", "status: open")

test_denied if {
	every said in ["None", "There are no nonconformities.", "No open nonconformities", "Keine", "Es gibt keine Abweichungen."] {
		found := rule.findings with input as _input(said, _open)
		count(found) == 1
		some finding in found
		finding.message == "the review of 2026-03-02 says that there are no nonconformities; NC-1 was open then"
		finding.related[0].path == "registers/nonconformities.yaml"
	}
}

test_several if {
	found := rule.findings with input as _input("None", concat("\n", [_open, _nc("NC-2", "2026-02", "closed_on: 2026-04-01, status: closed")]))
	some finding in found
	endswith(finding.message, "NC-1, NC-2 were open then")
}

test_quiet if {
	every entry in [
		_nc("NC-1", "2026-03-12", "status: open"),
		_nc("NC-1", "2025-03-12", "status: closed, closed_on: 2025-09-01"),
		_nc("NC-1", "2025-03-12", "status: closed"),
		_nc("NC-1", "2025-03-12", "title: x"),
		_nc("NC-1", "TBD", "status: open"),
	] {
		given := _input("None", entry)
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 1 with input as given
	}
}

test_reserve if {
	every said in ["No nonconformities in the audit", "No major nonconformities", "No nonconformities since June", "One, closed", "Keine Abweichungen im Zeitraum"] {
		given := _input(said, _open)
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 0 with input as given
	}
}

test_minutes if {
	found := rule.findings with input as isms.parse({
		"management-review-2026.md": "# Management review\n\n**Date:** 2026-03-02\n\n**Chair:** CEO\n\nWe met in the office to look at how things went since the last meeting.\n\n## Nonconformities\n\nNone.\n\n## Decisions\n\nWe go on.\n",
		"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n%s\n", [_open]),
	})
	some finding in found
	startswith(finding.pos, "11:")
}
