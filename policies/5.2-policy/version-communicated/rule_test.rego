package ismslint.rules.policy.version_communicated_test

import data.ismslint.rules.policy.version_communicated as rule

_path := "policies/information-security-policy.md"

_policy := `---
version: "2.0"
approved_by: CEO
approved_on: 2026-03-02
---
# Information security policy

Our customers trust us with their building plans, and this policy says how we keep these plans confidential.
`

_awareness(date) := sprintf("register: awareness\nentries:\n  - {id: A-1, topic: First day, messages: [policy], audience: Staff, delivered_on: %s}\n", [date])

_input(files) := {"isms": model.isms, "document": model.documents[_path]} if model := isms.parse(files)

test_later_message if {
	given := _input({_path: _policy, "registers/awareness.yaml": _awareness("2026-03-02")})
	count(rule.findings) == 0 with input as given
	evidence := rule.evidence with input as given
	some e in evidence
	e.date == "2026-03-02"
}

test_earlier_message if {
	found := rule.findings with input as _input({_path: _policy, "registers/awareness.yaml": _awareness("2025-05-06")})
	count(found) == 1
	some finding in found
	finding.message == "Version 2.0 of the policy (2026-03-02) is later than the last message on the policy (2025-05-06)"
	startswith(finding.pos, "4:")
	finding.related[0].path == "registers/awareness.yaml"
}

test_communication_register if {
	table := `# Communication plan

| ID | What | When | With whom | Who | How | Last done |
|---|---|---|---|---|---|---|
| C-1 | Information security policy | Yearly | All staff | CEO | Meeting | 2026-04-01 |
| C-2 | Incidents | At once | Customers | CEO | Call | None so far |
`
	given := _input({_path: _policy, "communication-plan.md": table})
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_no_dated_line if {
	every date in [`""`, "TBD", "-", "soon"] {
		given := _input({_path: _policy, "registers/awareness.yaml": _awareness(date)})
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 0 with input as given
	}
}

test_editorial_change if {
	history := `
## Version history

| Version | Date | Author | Change |
|---|---|---|---|
| 1.9 | 2025-04-01 | CISO | First version |
| 2.0 | 2026-03-02 | CISO | Typos |
`
	given := _input({_path: concat("", [_policy, history]), "registers/awareness.yaml": _awareness("2025-05-06")})
	count(rule.findings) == 0 with input as given
	rules := replace(history, "Typos", "Rules on AI")
	count(rule.findings) == 1 with input as _input({_path: concat("", [_policy, rules]), "registers/awareness.yaml": _awareness("2025-05-06")})
}

test_without_version if {
	found := rule.findings with input as _input({
		_path: replace(_policy, `version: "2.0"`, "owner: CEO"),
		"registers/awareness.yaml": _awareness("2025-05-06"),
	})
	some finding in found
	startswith(finding.message, "The approval of the policy (2026-03-02)")
}
