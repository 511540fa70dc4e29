package ismslint.rules.objectives.measurable_test

import data.ismslint.rules.objectives.measurable as rule

_input(rows) := isms.parse({
	"registers/objectives.yaml": sprintf("register: objectives\ntitle: Objectives\nentries:\n%s\n", [rows]),
	"registers/measurements.yaml": "register: measurements\nentries:\n  - {id: M-01, name: Patches in time, target: 95 %}\n  - {id: M-02, name: Keys, objective: O-9, target: all}\n",
})

_messages(rows) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(rows)
}

test_measured if {
	every row in [
		"  - {id: O-1, statement: Patch fast, metric: M-01}", "  - {id: O-1, statement: Patch fast, metric: Share of patches, target: TBD}",
		"  - {id: O-1, statement: Patch within 7 days, target: \"\"}", "  - {id: O-1, statement: Patch fast, target: \"\", comment: Not countable}",
		"  - {id: O-9, statement: Keys for everybody, target: \"\"}", "  - {id: O-1, statement: Patch fast, target: \"\", status: dropped}",
	] {
		_messages(row) == set()
	}
}

test_unmeasured if {
	_messages("  - {id: O-1, statement: Patch fast, target: \"\", owner: CTO}") == {"O-1 names neither a measure or target nor why there is none"}
}

test_no_column if {
	_messages("  - {id: O-1, statement: Patch fast, owner: CTO}\n  - {id: O-2, statement: 4 hours to restore, owner: CTO}") == {
		"Objectives has no column for a measure or target, and no number is in: O-1",
	}
}

test_unknown_metric if {
	_messages("  - {id: O-1, statement: Patch fast, metric: M-07}") == {"O-1 is measured by M-07, which registers/measurements.yaml does not have"}
	_messages("  - {id: O-1, statement: Patch fast, metric: KPI-7}") == set()
}

test_evidence if {
	found := rule.evidence with input as _input("  - {id: O-1, statement: Patch within 7 days, metric: M-01}")
	count(found) == 3
}
