package ismslint.rules.change.decision_on_control_explained_test

import data.ismslint.rules.change.decision_on_control_explained as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_soa(header, row) := {"soa.md": sprintf("# Statement of Applicability\n\n| Control | Title | Applicable | %s |\n|---|---|---|---|---|\n| 5.7 | Threats | %s |\n| 5.8 | Projects | yes | R-2 | implemented |\n", [header, row])}

_base := _soa("Reason | Status", "yes | R-1 | implemented")

test_flipped if {
	_message(_base, _soa("Reason | Status", "no | R-1 | ")) == "5.7 changed from applicable \"yes\" to \"no\"; its reason did not change"
	_message(_soa("Reason | Status", "no | R-1 | "), _base) == "5.7 changed from applicable \"no\" to \"yes\"; its reason did not change"
}

test_quiet if {
	_quiet(_base, _soa("Reason | Status", "no | The landlord does it | "))
	_quiet(_base, _soa("Reason | Status", "Yes | R-1 | planned"))
	_quiet(_base, _soa("Reason | Status", " | R-1 | planned"))
}

test_reasons_in_two_columns if {
	base := _soa("Reason for inclusion | Reason for exclusion", "yes | R-1 | not our building")
	_quiet(base, _soa("Reason for inclusion | Reason for exclusion", "no | R-1 | not our building"))
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_base, _soa("Reason | Status", "no | The landlord does it | "))
}
