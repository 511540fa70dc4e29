package ismslint.rules.internal_audit.procedure_covers_test

import data.ismslint.rules.internal_audit.procedure_covers as rule

_whole := "# Internal audit procedure\n\nAudits take place once a year. The lead auditor is responsible for the plan and is independent of what is audited. Methods are interviews and samples. Criteria are ISO/IEC 27001 and our own rules; the auditor looks whether they are implemented. High risks come first. Results are reported to the managing director.\n"

_part := "# Internal audit procedure\n\nSomebody from another team looks at the work of each team and talks with the people there about what could be better.\n"

_path := "internal-audit-procedure.md"

_at(files) := {"isms": given.isms, "document": given.documents[_path]} if given := isms.parse(files)

test_whole if {
	given := _at({_path: _whole})
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	{activity | some e in found; some activity in e.activities} == {"9.2-b", "9.2-c", "9.2-d", "9.2-e", "9.2-f", "9.2-g", "9.2-h"}
}

test_part if {
	found := rule.findings with input as _at({_path: _part})
	some finding in found
	finding.message == "Internal audit procedure was not recognised to deal with: frequency, methods, responsibilities, planning, reporting"
	finding.activities == ["9.2-d"]
}

test_columns_count if {
	register := "register: audits\nentries:\n  - {id: AP-1, title: Audit, planned_on: 2027-05, methods: Interviews, auditors: CTO, reported_to: CEO}\n"
	count(rule.findings) == 0 with input as _at({_path: _part, "registers/audits.yaml": register})
}

test_address if {
	astray := concat("", ["---\nisms:\n  addresses: {\"9.2-g\": \"#gone\"}\n---\n", _whole])
	found := rule.findings with input as _at({_path: astray})
	some finding in found
	contains(finding.message, "is given as the place for 9.2-g")
	pointed := concat("", ["---\nisms:\n  addresses: {\"9.2-d\": \"#how\"}\n---\n", _part, "\n## How\n\nAs the firm that we hire proposes it to us.\n"])
	count(rule.findings) == 0 with input as _at({_path: pointed})
}

test_german if {
	text := "# Verfahren für interne Audits\n\nAudits finden jährlich statt. Verantwortlich für die Planung ist die Leitung. Methoden sind Interviews und Stichproben. Der Bericht geht an die Geschäftsführung.\n"
	given := isms.parse({"audit-procedure.md": text})
	document := given.documents["audit-procedure.md"]
	count(rule.findings) == 0 with input as {"isms": given.isms, "document": document}
}
