package ismslint.rules.internal_audit.cycle_covers_all_test

import data.ismslint.rules.internal_audit.cycle_covers_all as rule

_files(started, audits) := {
	"isms.yaml": sprintf("organization:\n  started_on: %s\n  audit_cycle_years: 3\n", [started]),
	"registers/audits.yaml": sprintf("register: audits\naudits:\n%s\n", [concat("\n", audits)]),
	"registers/soa.yaml": "register: soa\nedition: \"2022\"\nentries:\n  - {id: A.5.15, applicable: yes, justification: Risks}\n  - {id: A.8.13, applicable: yes, justification: Risks}\n  - {id: A.8.30, applicable: no, justification: No suppliers of software}\n",
}

_audit(id, date, what) := sprintf("  - {id: %s, title: Internal audit, auditors: CTO, performed_on: %s, %s}", [id, date, what])

_message(files) := finding.message if {
	found := rule.findings with input as isms.parse(files)
	count(found) == 1
	some finding in found
	finding.subject == "register/audits"
}

_two := [
	_audit("A-1", "2025-05-12", "clauses: \"4-7\", controls: A.5.15"),
	_audit("A-2", "2026-05-12", "clauses: \"8, 9.2\", controls: A.5.15"),
]

test_gaps if {
	_message(_files("2020-01-01", _two)) == "not audited in the cycle of 3 years: clauses 10 and controls 8.13"
}

test_cycle_not_ended if count(rule.findings) == 0 with input as isms.parse(_files("2025-01-01", _two))

test_no_cycle_stated if {
	files := object.union(_files("2020-01-01", array.concat(_two, [_audit("A-0", "2022-05-12", "clauses: \"10\", controls: A.8.13")])), {"isms.yaml": "edition: \"2022\"\n"})
	found := rule.findings with input as isms.parse(files)
	some finding in found
	finding.default_interval
}

test_covered if {
	every third in [
		_audit("A-3", "2026-09-12", "scope: Whole ISMS"),
		_audit("A-3", "2026-09-12", "clauses: \"10\", controls: A.8.13"),
		_audit("A-3", "2026-09-12", "scope: \"All clauses, all controls\""),
		_audit("A-3", "2026-09-12", "scope: \"Clauses 4 to 10 and A.8.1-A.8.34\""),
		_audit("A-3", "2026-09-12", "scope: What the auditor found of interest"),
	] {
		count(rule.findings) == 0 with input as isms.parse(_files("2020-01-01", array.concat(_two, [third])))
	}
}

test_german if {
	third := _audit("A-3", "2026-09-12", "scope: Gesamtes ISMS")
	count(rule.findings) == 0 with input as isms.parse(_files("2020-01-01", array.concat(_two, [third])))
}

test_evidence if {
	found := rule.evidence with input as isms.parse(_files("2020-01-01", _two))
	count(found) == 1
	some e in found
	e.activities == ["9.2-b"]
}

test_no_audit if count(rule.findings) == 0 with input as isms.parse({"registers/audits.yaml": "register: audits\nentries: []\n"})
