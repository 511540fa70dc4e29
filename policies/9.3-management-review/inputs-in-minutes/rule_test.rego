package ismslint.rules.management_review.inputs_in_minutes_test

import data.ismslint.rules.management_review.inputs_in_minutes as rule

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

test_all if {
	given := isms.parse({_path: _minutes})
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 11 with input as given
}

_message(text) := finding.message if {
	found := rule.findings with input as isms.parse({_path: text})
	count(found) == 1
	some finding in found
	startswith(finding.pos, "1:")
}

_expected(labels) := concat("", ["in the minutes of 2026-09-15 these inputs were not recognised, or nothing stands there: ", labels])

test_row_absent if {
	_message(replace(_minutes, "| Audit results | No finding |\n", "")) == _expected("audit results")
}

test_row_blank if {
	every blank in ["", "-", "TBD", "...", "____"] {
		_message(replace(_minutes, "One praise", blank)) == _expected("feedback from interested parties")
	}
}

# A decision on something is no input.
test_decisions_are_no_inputs if {
	text := replace(replace(_minutes, "| Audit results | No finding |\n", ""), "train a deputy", "audit results go to all staff")
	_message(text) == _expected("audit results")
}

test_headings_and_lists if {
	given := isms.parse({"edition": "2013", _path: `# Management review

**Date:** 2026-09-15

- Status of actions from previous reviews: done
- Changes in internal and external issues: none
- Feedback: none
- Opportunities for improvement

## Nonconformities

One.

## Audit results and metrics

All fine.

Objectives were met. The risk assessment showed nothing new, and the risk treatment plan is on time.
`})
	count(rule.findings) == 0 with input as given
}

test_german if {
	given := isms.parse({"edition": "2013", "protokoll-managementbewertung-2026.md": `# Protokoll der Managementbewertung

**Datum:** 15.09.2026

**Teilnehmer:** Geschäftsführung, ISB

## Auditergebnisse

Das interne Audit hatte keine Feststellung, und die Maßnahmen aus dem letzten Jahr sind abgeschlossen.

## Beschlüsse

Es wird eine Stelle geschaffen.
`})
	found := rule.findings with input as given
	some finding in found
	contains(finding.message, "2026-09-15")
	not contains(finding.message, "audit results")
}

test_other_language if {
	given := isms.parse({_path: "# Management review\n\n**Date:** 2026-09-15\n\n**Chair:** CEO\n\nZbiór zasad dotyczących przeglądu zarządzania w naszej organizacji został omówiony przez zarząd.\n"})
	given.isms.documents[0].language == ""
	count(rule.findings) == 0 with input as given
}

test_structured_is_another_rule if {
	given := isms.parse({"registers/reviews.yaml": "register: reviews\nentries:\n  - {id: MR-1, date: 2026-03-02, inputs: {feedback: Good}}\n"})
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 0 with input as given
}
