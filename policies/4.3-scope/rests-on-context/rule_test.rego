package ismslint.rules.scope.rests_on_context_test

import data.ismslint.rules.scope.rests_on_context as rule

_recorded := {
	"registers/issues.yaml": "register: issues\nentries:\n  - {id: I-1, title: Flood, effect: Outage}\n",
	"interested-parties.md": "# Interested parties\n\nCustomers want reports of incidents, authorities want them within three days. We look at this page each spring and change what has changed since.\n",
}

_input(front, text, others) := {"isms": model.isms, "document": model.documents["scope.md"]} if {
	model := isms.parse(object.union(others, {"scope.md": sprintf("%s# ISMS scope\n\nThe ISMS covers all teams and the shop in which we sell the books. %s\n", [front, text])}))
}

_activities(evidence) := {activity | some e in evidence; some activity in e.activities}

test_links if {
	given := _input("", "Why: [list](registers/issues.yaml), [table](interested-parties.md).", _recorded)
	count(rule.findings) == 0 with input as given
	evidence := rule.evidence with input as given
	_activities(evidence) == {"4.3-b", "4.3-c"}
	every e in evidence {
		startswith(e.pos, "3:")
	}
}

test_words if {
	given := _input("", "It follows from the internal and external issues and from what interested parties require.", _recorded)
	count(rule.findings) == 0 with input as given
	evidence := rule.evidence with input as given
	_activities(evidence) == {"4.3-b", "4.3-c"}
}

test_same_document if {
	context := "\n\n## SWOT analysis\n\nWe are good at books and weak at computers, the town likes us, and the river is near. We look at this each spring."
	given := _input("", context, {})
	count(rule.findings) == 0 with input as given
	evidence := rule.evidence with input as given
	"4.3-b" in _activities(evidence)
}

test_no_reference if {
	found := rule.findings with input as _input("", "", _recorded)
	some finding in found
	finding.activities == ["4.3-b", "4.3-c"]
	finding.message == "ISMS scope was not recognised to refer to the external and internal issues or the interested parties"
	one := rule.findings with input as _input("", "See [list](registers/issues.yaml).", _recorded)
	some other in one
	other.activities == ["4.3-c"]
}

test_nothing_recorded_is_said_elsewhere if {
	given := _input("", "", {})
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 0 with input as given
}

test_pointed if {
	given := _input("---\nisms:\n  addresses:\n    4.3-b: \"#why\"\n    4.3-c: \"#gone\"\n---\n", "\n\n## Why\n\nBecause of the river.", _recorded)
	evidence := rule.evidence with input as given
	_activities(evidence) == {"4.3-b"}
	found := rule.findings with input as given
	count(found) == 1
	some finding in found
	contains(finding.message, `"#gone" is given as the place for 4.3-c`)
}
