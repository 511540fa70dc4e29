package ismslint.rules.risk_assessment_performed.significant_change_assessed_test

import data.ismslint.rules.risk_assessment_performed.significant_change_assessed as rule

_input(more) := isms.parse({
	"registers/changes.yaml": sprintf("register: changes\nentries:\n  - {id: C-1, what: New region, %s}\n", [more]),
	"records/region.md": "---\ntype: report.risk-assessment\ndate: 2026-02-24\n---\n# Assessment of the new region\n\nWe looked at what may go wrong when data are stored in a second place.\n",
})

_messages(more) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(more)
}

test_none_named if {
	_messages("significant: \"yes\", done_on: 2026-04-28") == {"C-1 is marked significant and names no risk assessment"}
	_messages("significant: ja, status: umgesetzt, risk_assessment: TBD") == {"C-1 is marked significant and names no risk assessment"}
}

test_assessed_later if {
	_messages("significant: \"yes\", done_on: 2026-01-28, risk_assessment: records/region.md") == {
		"C-1 is marked significant and took effect on 2026-01-28, before its assessment of 2026-02-24",
	}
}

test_quiet if {
	every more in [
		"significant: \"yes\", done_on: 2026-04-28, risk_assessment: records/region.md", "significant: \"yes\", done_on: 2026-04-28, risk_assessment: RSK-001",
		"significant: \"no\", done_on: 2026-04-28", "significant: \"yes\", status: proposed", "significant: \"yes\", status: rejected, done_on: 2026-01-01",
		"significant: perhaps, done_on: 2026-04-28", "significant: \"yes\", done_on: 2027-04-28", "done_on: 2026-04-28",
	] {
		_messages(more) == set()
	}
}

test_evidence if {
	found := rule.evidence with input as _input("significant: \"yes\", risk_assessment: records/region.md")
	{object.get(item, "certainty", "") | some item in found} == {"", "indicates"}
}
