package ismslint.rules.management_review.review_recorded_test

import data.ismslint.rules.management_review.review_recorded as rule

_minutes := `# Management review

**Date:** 2026-09-15

**Participants:** Managing Director, Security Officer

| Input | What was said |
|---|---|
| Actions from previous reviews | All done |
| Changes in external and internal issues | New office |
| Changes in needs and expectations of interested parties | None |
| Nonconformities and corrective actions | One, closed |
| Monitoring and measurement results | Backups restored in two hours |
| Audit results | No finding |
| Fulfilment of objectives | Two of three reached |
| Feedback from interested parties | One praise |
| Results of risk assessment | Twelve risks |
| Status of the risk treatment plan | Nine of ten done |
| Opportunities for improvement | Shorter forms |

## Decisions

- MR-1: train a deputy

## Conclusion

The ISMS is suitable, adequate and effective.
`

_path := "records/management-review-2026.md"

test_minutes if {
	given := isms.parse({_path: _minutes})
	count(rule.findings) == 0 with input as given
	evidence := rule.evidence with input as given
	count(evidence) == 1
	some e in evidence
	e.date == "2026-09-15"
	e.certainty == "indicates"
}

test_register if {
	given := isms.parse({"registers/reviews.yaml": "register: reviews\nentries:\n  - {id: MR-1, date: 2026-03, participants: [CEO]}\n"})
	count(rule.findings) == 0 with input as given
	evidence := rule.evidence with input as given
	some e in evidence
	e.date == "2026-03-31"
	e.path == "registers/reviews.yaml"
}

test_running_record if {
	given := isms.parse({"management-reviews.md": `# Management reviews

## 2025-09-16

The managing director looked at audit results and objectives and decided to go on as before.

## 2026-09-15

The managing director looked at the risk register and at complaints, and we agreed to buy a firewall.
`})
	count(input_entries) == 2 with input as given
	count(rule.findings) == 0 with input as given
}

input_entries := input.isms.registers.reviews.entries

_message(files) := finding.message if {
	found := rule.findings with input as isms.parse(files)
	count(found) == 1
	some finding in found
}

test_nothing if _message({"notes.md": "# Notes\n"}) == "no record of a management review was recognised among minutes, reports and registers"

test_procedure_is_named if {
	files := {"processes/management-review-procedure.md": "# Management review procedure\n\nThe managing director reviews the ISMS each year in autumn and writes minutes of it.\n"}
	contains(_message(files), "processes/management-review-procedure.md is not counted: it describes how this is done")
	found := rule.findings with input as isms.parse(files)
	some finding in found
	finding.path == "processes/management-review-procedure.md"
	finding.subject == "register/reviews"
	declared := rule.findings with input as isms.parse(object.union(files, {"isms.yaml": "edition: \"2022\"\n"}))
	some at_settings in declared
	at_settings.path == "isms.yaml"
}

test_section_is_named if {
	text := "# Information security policy\n\nWe protect the plans of our customers, and everybody follows the rules of this policy.\n\n## Management review\n\nThe managing director reviews the ISMS each quarter.\n"
	contains(_message({"policy.md": text}), "policy.md is not counted: it describes how this is done")
}

test_template_is_named if {
	contains(_message({"templates/management-review-minutes.md": _minutes}), "templates/management-review-minutes.md is not counted")
}

test_date_alone if {
	contains(_message({"registers/reviews.yaml": "register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-02, status: open}\n"}), "MR-1 has a date and nothing else")
}

test_planned if {
	files := {"registers/reviews.yaml": "register: reviews\nentries:\n  - {id: MR-1, date: 2027-01-20, participants: [CEO]}\n"}
	_message(files) == "the first management review is planned for 2027-01-20; none is on record yet"
	found := rule.findings with input as isms.parse(files)
	some finding in found
	finding.at_most == "note"
	evidence := rule.evidence with input as isms.parse(files)
	some e in evidence
	e.certainty == "indicates"
}

test_possible if {
	table := "# Meetings\n\n| Meeting date | Participants | Decisions |\n|---|---|---|\n| 2026-03-02 | CEO | Go on |\n"
	contains(_message({"meetings.md": table}), "may be the register of reviews")
}

test_outside if {
	files := {"isms.yaml": "outside:\n  - {item: minutes.management-review, where: Board files}\n"}
	count(rule.findings) == 0 with input as isms.parse(files)
}
