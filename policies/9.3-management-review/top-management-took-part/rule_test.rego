package ismslint.rules.management_review.top_management_took_part_test

import data.ismslint.rules.management_review.top_management_took_part as rule

_input(fields, settings) := isms.parse({
	"registers/reviews.yaml": sprintf("register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-02, %s}\n", [fields]),
	"isms.yaml": settings,
})

_none := "edition: \"2022\"\n"

test_took_part if {
	every fields in ["participants: [Managing Director, CISO]", "chair: CEO", "participants: [CISO], approved_by: Board", "participants: [Geschäftsführung, ISB]"] {
		given := _input(fields, _none)
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 1 with input as given
	}
}

test_declared_name if {
	given := _input("participants: [Jane Roe, John Doe]", "organization:\n  top_management: [Jane Roe]\n")
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_nobody if {
	found := rule.findings with input as _input("participants: [CISO, Head of IT]", _none)
	count(found) == 1
	some finding in found
	finding.message == "no member of top management was recognised among the participants of the review of 2026-03-02"
	finding.subject == "reviews/MR-1"
	finding.field == "participants"
}

test_known_by_name if {
	model := isms.parse({
		"registers/reviews.yaml": "register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-02, participants: [John Doe]}\n",
		"isms.yaml": "organization:\n  top_management: [Jane Roe]\n",
		"policy.md": "---\napproved_by: Jane Roe\n---\n# Information security policy\n",
	})
	count(rule.findings) == 1 with input as model
}

test_quiet if {
	count(rule.findings) == 0 with input as _input("participants: [Jane Roe, John Doe]", _none)
	count(rule.findings) == 0 with input as _input("participants: [CISO]", "organization:\n  persons: 1\n")
	every fields in [`participants: ""`, "participants: TBD", "participants: -"] {
		count(rule.findings) == 0 with input as _input(concat(", ", [fields, "decisions: Go on"]), _none)
	}
}
