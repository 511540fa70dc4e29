package ismslint.rules.context.climate_followed_test

import data.ismslint.rules.context.climate_followed as rule

_issues(relevant, title) := isms.parse({
	"edition": "2022+amd1",
	"registers/issues.yaml": sprintf(
		"register: issues\nclimate_determination: {relevant: \"%s\"}\nentries:\n  - {id: I-1, title: %s, effect: Outage}\n",
		[relevant, title],
	),
})

test_followed if {
	model := _issues("yes", "Climate change floods our town")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_not_followed if {
	found := rule.findings with input as _issues("yes", "Flood")
	some finding in found
	startswith(finding.pos, "2:35")
}

test_not_relevant if {
	every relevant in ["no", "TBD", ""] {
		count(rule.findings) == 0 with input as _issues(relevant, "Flood")
		count(rule.evidence) == 0 with input as _issues(relevant, "Flood")
	}
}

test_risk if {
	model := isms.parse({
		"registers/issues.yaml": "register: issues\nclimate_determination: {relevant: yes}\nentries:\n  - {id: I-1, title: Flood, effect: Outage}\n",
		"registers/risks.yaml": "register: risks\nentries:\n  - {id: R-1, title: Heat waves that climate change brings stop the servers, level: low, owner: CTO}\n",
	})
	count(rule.findings) == 0 with input as model
}
