package ismslint.rules.control_of_documents.status_fits_dates_test

import data.ismslint.rules.control_of_documents.status_fits_dates as rule

_given(more) := isms.parse({"registers/incidents.yaml": sprintf("register: incidents\nentries:\n  - {id: INC-1, title: Phishing, severity: low, occurred_on: 2026-01-02, %s}\n", [more])})

test_ended_and_open if {
	found := rule.findings with input as _given("status: open, closed_on: 2026-02-01")
	count(found) == 1
	some finding in found
	finding.message == "INC-1 is \"open\", and has 2026-02-01 as the day on which it was closed"
	count(finding.related) == 1
}

test_quiet if {
	every more in ["status: closed, closed_on: 2026-02-01", "status: open", "status: open, closed_on: 2027-02-01", "status: reopened, closed_on: 2026-02-01", "status: open, closed_on: soon"] {
		count(rule.findings) == 0 with input as _given(more)
	}
	count(rule.evidence) == 1 with input as _given("status: closed, closed_on: 2026-02-01")
}

test_in_progress_and_closed if count(rule.findings) == 1 with input as _given("status: in progress, closed_on: 2026-02-01")

test_no_day_beside_others if {
	row := "  - {id: INC-%d, title: Phishing, severity: low, occurred_on: 2026-01-02, status: closed%s}"
	rows := concat("\n", [sprintf(row, [i, more]) | some i, more in [", closed_on: 2026-02-01", ", closed_on: 2026-02-01", ", closed_on: 2026-02-01", ", closed_on: \"\""]])
	found := rule.findings with input as isms.parse({"registers/incidents.yaml": sprintf("register: incidents\nentries:\n%s\n", [rows])})
	some finding in found
	finding.message == "INC-3 is \"closed\", and the day on which it was closed is not recorded, as it is for the others"
}
