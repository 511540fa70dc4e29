package ismslint.rules.monitoring.measurement_described_test

import data.ismslint.rules.monitoring.measurement_described as rule

_input(text) := {"isms": given.isms, "document": given.documents["security-metrics.md"]} if given := isms.parse({"security-metrics.md": text})

test_whole if {
	given := _input("# Security metrics\n\nEach metric has an owner and a method of calculation, is measured monthly, and its trend is analysed by the board.\n")
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	{activity | some e in found; some activity in e.activities} == {"9.1-a", "9.1-b", "9.1-c", "9.1-d", "9.1-h"}
}

test_part if {
	found := rule.findings with input as _input("# Security metrics\n\nThe metrics of the company are shown on the board in the kitchen, so that everybody can see them and ask.\n")
	some finding in found
	finding.message == "Security metrics was not recognised to say how, when, by whom, how the results are judged"
	finding.activities == ["9.1-b", "9.1-c", "9.1-d", "9.1-h"]
}

test_astray if {
	found := rule.findings with input as _input("---\nisms:\n  addresses: {\"9.1-b\": \"#gone\"}\n---\n# Security metrics\n\nEach metric has an owner, is measured monthly, and its trend is analysed by the board.\n")
	some finding in found
	contains(finding.message, "is given as the place for 9.1-b")
}

test_pointed if {
	given := _input("---\nisms:\n  addresses: {\"9.1-b\": \"#counting\"}\n---\n# Security metrics\n\nEach metric has an owner, is measured monthly, and its trend is analysed by the board.\n\n## Counting\n\nWe count by hand in the list of tickets.\n")
	count(rule.findings) == 0 with input as given
}
