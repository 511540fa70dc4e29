package ismslint.rules.nonconformity.nonconformities_recorded_test

import data.ismslint.rules.nonconformity.nonconformities_recorded as rule

_files(text) := {"registers/nonconformities.yaml": text}

_message(files) := finding.message if {
	found := rule.findings with input as isms.parse(files)
	count(found) == 1
	some finding in found
	finding.absent == "nonconformities"
	finding.certainty == "indicates"
}

_looked := "no record of a nonconformity was recognised among registers, audit findings and reviews, nor a statement that there was none"

test_nothing if _message({"notes.md": "# Notes\n"}) == _looked

test_entry if {
	given := isms.parse(_files("register: nonconformities\nentries:\n  - {id: NC-1, description: Late review, status: open}\n"))
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_blank_form if {
	_message(_files("register: nonconformities\nentries:\n  - {id: NC-1, description: \"\", status: open}\n")) == _looked
}

test_none_was_stated if {
	given := isms.parse(_files("register: nonconformities\nnone: {stated_on: 2026-10-01, period: \"2026\"}\nentries: []\n"))
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	some e in found
	e.date == "2026-10-01"
}

test_handled_in_the_audit if {
	given := isms.parse({"registers/audits.yaml": "register: audits\nentries:\n  - {id: F-1, finding: Late review, grade: minor, action: Calendar, status: done}\n"})
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_document if {
	given := isms.parse({"2026.md": "---\ntype: nonconformities\n---\n# Nonconformities of 2026\n\nIn March the access review was late. It was made up for, and the dates of the reviews now stand in the calendar of the team.\n"})
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	some e in found
	e.path == "2026.md"
}

test_form_is_named if {
	text := "# Corrective action / nonconformity log\n\n## Corrective action log\n\n| ID | Description | Root cause | Corrective action | Status |\n|---|---|---|---|---|\n| CA-1 | | | | Open |\n"
	contains(_message({"registers/corrective-action-log.md": text}), "registers/corrective-action-log.md is not counted: it is a form")
}

test_procedure_is_named if {
	text := "# Corrective action procedure\n\nWhoever sees that a rule was not met reports it, finds the root cause and corrects it.\n"
	contains(_message({"corrective-action-procedure.md": text}), "corrective-action-procedure.md describes how they are dealt with")
}

test_possible if {
	text := "# Log\n\n| ID | Nonconformity | Root cause | Corrective action | Status |\n|---|---|---|---|---|\n| 1 | Late review | Calendar | Dates entered | open |\n"
	contains(_message({"log.md": text}), "log.md may be the register")
}
