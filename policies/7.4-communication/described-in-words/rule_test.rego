package ismslint.rules.communication.described_in_words_test

import data.ismslint.rules.communication.described_in_words as rule

_input(front, text) := {"isms": model.isms, "document": model.documents["communication-plan.md"]} if {
	model := isms.parse({"communication-plan.md": sprintf("%s# Communication plan\n\nThe management system asks for an exchange in good time and in words that all can read.\n\n%s\n", [front, text])})
}

test_whole if {
	given := _input("", "The security lead tells all staff about changes of the policy in the monthly meeting, and customers about incidents by e-mail within 24 hours.")
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	{activity | some item in found; some activity in item.activities} == {"7.4-a", "7.4-b", "7.4-c", "7.4-e"}
}

test_open if {
	found := rule.findings with input as _input("", "The staff hears about incidents.")
	some finding in found
	finding.message == "Communication plan was not recognised to say when, how"
	finding.activities == ["7.4-b", "7.4-e"]
}

test_pointed if {
	given := _input("---\nisms:\n  addresses: {\"7.4-b\": \"#moments\", \"7.4-e\": \"#gone\"}\n---\n", "The staff hears about incidents.\n\n## Moments\n\nEach time that the sun comes up again.")
	found := rule.findings with input as given
	some finding in found
	contains(finding.message, "#gone")
	evidence := rule.evidence with input as given
	some item in evidence
	item.activities == ["7.4-b"]
}

test_table if {
	model := isms.parse({"communication-plan.md": "# Communication plan\n\n| ID | What | When | With | How |\n|---|---|---|---|---|\n| C-1 | Policy | yearly | All staff | Meeting |\n"})
	given := {"isms": model.isms, "document": model.documents["communication-plan.md"]}
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 0 with input as given
}

test_2013 if {
	model := isms.parse({"edition": "2013", "communication-plan.md": "# Communication plan\n\nAll staff hears about incidents in the monthly meeting, as soon as they are over and the cause is known.\n"})
	found := rule.findings with input as {"isms": model.isms, "document": model.documents["communication-plan.md"]}
	some finding in found
	endswith(finding.message, "who communicates")
}
