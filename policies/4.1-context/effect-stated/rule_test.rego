package ismslint.rules.context.effect_stated_test

import data.ismslint.rules.context.effect_stated as rule

_issues(fields) := isms.parse({"registers/issues.yaml": sprintf("register: issues\nentries:\n  - {id: I-1, side: external, title: Flood, effect: Outage}\n  - {id: I-2, side: internal, title: Change, %s}\n", [fields])})

test_effect if {
	model := _issues("effect: Delay")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_no_effect if {
	every fields in [`effect: ""`, "effect: TBD", "effect: -", "category: x"] {
		found := rule.findings with input as _issues(fields)
		some finding in found
		finding.message == "I-2 does not say how it bears on information security"
		startswith(finding.pos, "4:")
	}
}

test_closed if {
	count(rule.findings) == 0 with input as _issues(`effect: "", status: closed`)
}
