package ismslint.rules.creating_and_updating.entry_not_repeated_test

import data.ismslint.rules.creating_and_updating.entry_not_repeated as rule

_given(row) := isms.parse({"registers/risks.yaml": sprintf("register: risks\nentries:\n  - {id: R-1, title: Theft, owner: CTO, level: high}\n  - {id: R-2, title: Fire, owner: CTO, level: high}\n  - {id: R-3, title: Flood, owner: CTO, level: high}\n  - {id: R-4, title: Hail, owner: CTO, level: high}\n%s\n", [row])})

test_repeated if {
	found := rule.findings with input as _given("  - {id: R-5, title: theft, owner: CTO, level: high}")
	count(found) == 0
	again := rule.findings with input as _given("  - {id: R-5, title: Theft, owner: CTO, level: high}")
	count(again) == 1
	some finding in again
	finding.message == "R-5 says the same as R-1"
}

test_quiet if {
	every row in [
		"  - {id: R-5, title: Storm, owner: CTO, level: high}",
		"  - {id: R-5, title: Theft, owner: CEO, level: high}",
		"  - {id: R-5, title: Theft, owner: CTO, level: high, assets: Laptop}",
		"  - {id: R-5, title: Theft, owner: CTO, level: high, colour: red}",
		"  - {id: R-1, title: Theft, owner: CTO, level: high}",
		"  - {id: R-5, title: Theft, owner: CTO, level: high}\n  - {id: R-6, title: Fire, owner: CTO, level: high}",
	] {
		count(rule.findings) == 0 with input as _given(row)
	}
	count(rule.evidence) == 1 with input as _given("  - {id: R-5, title: Storm, owner: CTO, level: high}")
}
