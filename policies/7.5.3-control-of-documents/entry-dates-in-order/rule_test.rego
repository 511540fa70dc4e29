package ismslint.rules.control_of_documents.entry_dates_in_order_test

import data.ismslint.rules.control_of_documents.entry_dates_in_order as rule

_incident(more) := isms.parse({"registers/incidents.yaml": sprintf("register: incidents\nentries:\n  - {id: INC-1, title: Phishing, severity: low, %s}\n", [more])})

_message(model) := finding.message if {
	found := rule.findings with input as model
	count(found) == 1
	some finding in found
}

test_turned if {
	_message(_incident("occurred_on: 2026-03-10, closed_on: 2026-03-01")) == "INC-1: the day it was closed is 2026-03-01, before the day it occurred on 2026-03-10"
	_message(_incident("occurred_on: 2026-03-10, reported_on: 2026-03-09, closed_on: 2026-03-01")) == "INC-1: the day it was reported is 2026-03-09, before the day it occurred on 2026-03-10"
}

test_to_come if {
	_message(_incident("occurred_on: 2027-03-10")) == "INC-1: the day it occurred is 2027-03-10, a day still to come"
	_message(_incident("status: closed, closed_on: 2027-03-10")) == "INC-1: the day it was closed is 2027-03-10, a day still to come"
	every field in ["detected_on", "reported_on"] {
		count(rule.findings) == 1 with input as _incident(sprintf("%s: 2027-03-10", [field]))
	}
}

test_raised_to_come if {
	count(rule.findings) == 1 with input as isms.parse({"registers/nonconformities.yaml": "register: nonconformities\nentries:\n  - {id: NC-1, title: Late, status: open, owner: CTO, raised_on: 2028-01-01}\n"})
	count(rule.findings) == 1 with input as isms.parse({"registers/risks.yaml": "register: risks\nentries:\n  - {id: R-1, title: Late, status: open, owner: CTO, identified_on: 2028-01-01}\n"})
	count(rule.findings) == 1 with input as isms.parse({"registers/changes.yaml": "register: changes\nentries:\n  - {id: C-1, what: Move, status: open, requested_on: 2028-01-01}\n"})
}

test_next_before_last if {
	suppliers := "register: suppliers\nentries:\n  - {id: S-1, name: Host, service: Hosting, reviewed_on: 2026-06-01, next_review: 2026-03-01}\n"
	_message(isms.parse({"registers/suppliers.yaml": suppliers})) == "S-1: the next review is 2026-03-01, before the last review on 2026-06-01"
}

test_quiet if {
	every more in [
		"occurred_on: 2026-03-10, closed_on: 2026-03-10",
		"occurred_on: 2026-03-10, closed_on: 2026-03",
		"occurred_on: soon, closed_on: 2026-03-01",
		"occurred_on: 2026-11-25",
		"occurred_on: 2026-03-10, status: open, closed_on: 2027-01-01",
		"occurred_on: 2026-03-10, closed_on: 2027-01-01",
	] {
		count(rule.findings) == 0 with input as _incident(more)
	}
	count(rule.evidence) == 1 with input as _incident("occurred_on: 2026-03-10, closed_on: 2026-03-10")
}
