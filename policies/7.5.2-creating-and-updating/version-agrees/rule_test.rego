package ismslint.rules.creating_and_updating.version_agrees_test

import data.ismslint.rules.creating_and_updating.version_agrees as rule

_input(version, rows) := {"isms": model.isms, "document": model.documents["policies/access-policy.md"]} if {
	table := concat("\n", array.concat(["| Version | Date | Change |", "|---|---|---|"], rows))
	head := sprintf("---\nversion: %s\n---\n", [version])
	model := isms.parse({"policies/access-policy.md": sprintf("%s# Access policy\n\nEverybody gets the access that the work takes, managers look at it twice a year, and it ends with the work.\n\n## History\n\n%s\n", [head, table])})
}

test_differs if {
	found := rule.findings with input as _input("'1.1'", ["| 1.0 | 2025-01-02 | First |", "| 1.2 | 2026-01-02 | Second |"])
	some finding in found
	finding.message == "Access policy: its head says version 1.1, the newest line of its history 1.2"
	finding.pos == "2:10:2:15"
	count(finding.related) == 1
}

test_agrees if {
	given := _input("v2", ["| 2.0.0 | 2026-01-02 | Second |", "| 1.0 | 2025-01-02 | First |"])
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_undated if {
	count(rule.findings) == 0 with input as _input("'1.0'", ["| 1.1 | | Second |", "| 1.0 | | First |"])
	count(rule.findings) == 1 with input as _input("'1.2'", ["| 1.1 | | Second |", "| 1.0 | | First |"])
}

test_same_day if count(rule.findings) == 0 with input as _input("'1.0'", ["| 1.0 | 2026-01-02 | First |", "| 1.1 | 2026-01-02 | Second |"])

test_prepared if count(rule.findings) == 0 with input as _input("'2.0'", ["| 1.0 | 2026-01-02 | First |", "| 2.0 | 2027-01-02 | Second |"])
