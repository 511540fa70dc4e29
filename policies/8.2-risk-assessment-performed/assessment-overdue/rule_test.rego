package ismslint.rules.risk_assessment_performed.assessment_overdue_test

import data.ismslint.rules.risk_assessment_performed.assessment_overdue as rule

_input(more, settings) := isms.parse({
	"registers/risks.yaml": sprintf("register: risks\ntitle: Risks\nentries:\n  - {id: R-1, title: Fire, level: high, owner: CTO, %s}\n", [more]),
	"isms.yaml": settings,
})

_messages(more, settings) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(more, settings)
}

_year := "intervals: {risk_assessment: P12M}\n"

test_overdue if {
	_messages("assessed_on: 2025-06-10", _year) == {"the last assessment of the risks on record was on 2025-06-10, planned every 12 months"}
	_messages("assessed_on: 2026-06-10", "intervals: {risk_assessment: P90D}\n") == {"the last assessment of the risks on record was on 2026-06-10, planned every 90 days"}
}

test_default_interval if {
	found := rule.findings with input as _input("assessed_on: 2025-06-10", "edition: \"2022\"\n")
	some finding in found
	finding.default_interval
	contains(finding.message, "more than twelve months ago, and isms.yaml states no interval")
}

test_own_date if {
	_messages("assessed_on: 2026-01-10, next_assessment: 2026-07-10", _year) == {"R-1 was to be assessed again by 2026-07-10"}
	_messages("next_assessment: 2026-07-10", _year) == {"R-1 was to be assessed again by 2026-07-10"}
	_messages("assessed_on: 2025-01-10, next_assessment: 2027-01-10", "edition: \"2022\"\n") == set()
}

test_quiet if {
	every more in [
		"assessed_on: 2025-11-24", "assessed_on: 2025", "assessed_on: 2026-09-10, next_assessment: 2026-07-10",
		"assessed_on: 2026-01-10, next_assessment: 2026", "assessed_on: 2026-01-10, next_assessment: 2026-07-10, status: closed",
		"assessed_on: 2026-01-10, next_assessment: soon",
	] {
		_messages(more, _year) == set()
	}
}

test_no_date if {
	_messages("identified_on: 2024-01-10", _year) == {"Risks does not say when its risks were assessed"}
}

test_report if {
	text := "---\ndate: 2026-10-13\n---\n# Risk assessment report 2026\n\nIn October we went through all sixteen scenarios with their owners. Three are high.\n"
	model := isms.parse({
		"registers/risks.yaml": "register: risks\nentries:\n  - {id: R-1, title: Fire, level: high, owner: CTO}\n",
		"records/risk-assessment-report-2026.md": text, "isms.yaml": _year,
	})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_register_as_a_whole if {
	text := "register: risks\nlast_reviewed: 2025-02-01\nentries:\n  - {id: R-1, title: Fire, level: high, owner: CTO}\n"
	found := rule.findings with input as isms.parse({"registers/risks.yaml": text, "isms.yaml": _year})
	{finding.message | some finding in found} == {"the last assessment of the risks on record was on 2025-02-01, planned every 12 months"}
}
