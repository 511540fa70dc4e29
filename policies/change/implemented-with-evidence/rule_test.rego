package ismslint.rules.change.implemented_with_evidence_test

import data.ismslint.rules.change.implemented_with_evidence as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_soa(header, row) := {"soa.md": sprintf("# Statement of Applicability\n\n| Control | Title | Applicable | %s |\n|---|---|---|---|---|\n| 5.7 | Threats | %s |\n| 5.8 | Projects | yes | R-2 | implemented |\n", [header, row])}

_base := _soa("Status | Evidence", "yes | planned | ")

test_raised if _message(_base, _soa("Status | Evidence", "yes | implemented | ")) == "5.7 is implemented now, \"planned\" before; neither its evidence nor a treatment of it changed"

test_quiet if {
	_quiet(_base, _soa("Status | Evidence", "yes | implemented | Minutes of the call"))
	_quiet(_base, _soa("Status | Evidence", "yes | partial | "))
	_quiet(_soa("Status | Evidence", "yes | | "), _soa("Status | Evidence", "yes | implemented | "))
	_quiet(_soa("Status | Owner", "yes | planned | CEO"), _soa("Status | Owner", "yes | implemented | CEO"))
}

_treatment(status) := {"treatments.yaml": sprintf("register: treatments\nentries:\n  - {id: T-1, risks: R-1, action: Read the reports, controls: A.5.7, owner: CEO, due: 2026-12-01, status: %s}\n", [status])}

test_treatment_finished if {
	_quiet(object.union(_base, _treatment("open")), object.union(_soa("Status | Evidence", "yes | implemented | "), _treatment("done")))
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_base, _soa("Status | Evidence", "yes | implemented | Minutes of the call"))
}
