package ismslint.rules.objectives.linked_to_policy_test

import data.ismslint.rules.objectives.linked_to_policy as rule

_policy := "# Information security policy\n\nWe commit to meet applicable requirements and to improve continually. The managing director approved this.\n"

_input(rows) := isms.parse({
	"registers/objectives.yaml": sprintf("register: objectives\nentries:\n%s\n", [rows]),
	"information-security-policy.md": _policy,
})

test_traced if {
	model := _input("  - {id: O-1, statement: Patch fast, policy_ref: information-security-policy.md, owner: CTO}")
	count(rule.findings) == 0 with input as model
	found := rule.evidence with input as model
	some item in found
	not item.certainty == "indicates"
}

test_in_words if {
	found := rule.evidence with input as _input("  - {id: O-1, statement: Patch fast, policy_ref: Principle 2, owner: CTO}")
	{item.certainty | some item in found} == {"indicates"}
}

test_untraced if {
	found := rule.findings with input as _input("  - {id: O-1, statement: Patch fast, policy_ref: \"\", owner: CTO}\n  - {id: O-2, statement: Keys, policy_ref: \"-\", owner: CTO}")
	some finding in found
	finding.message == "not traced to the policy: O-1, O-2"
	count(finding.related) == 1
}

test_quiet if {
	count(rule.findings) == 0 with input as _input("  - {id: O-1, statement: Patch fast, owner: CTO}")
	count(rule.findings) == 0 with input as _input("  - {id: O-1, statement: Patch fast, policy_ref: \"\", owner: CTO, status: dropped}")
}

test_in_the_policy if {
	text := concat("", [_policy, "\n## Information security objectives\n\n- Patch high flaws within seven days.\n- Restore all data within four hours.\n"])
	model := isms.parse({"information-security-policy.md": text})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}
