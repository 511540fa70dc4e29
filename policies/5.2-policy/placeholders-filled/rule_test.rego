package ismslint.rules.policy.placeholders_filled_test

import data.ismslint.rules.policy.placeholders_filled as rule

_path := "policies/information-security-policy.md"

_intro := "Our customers trust us with their building plans, and this policy says how we keep their plans confidential."

_input(front, text) := {"isms": model.isms, "document": model.documents[_path]} if {
	model := isms.parse({_path: sprintf("%s# Information security policy\n\n%s\n\n%s\n", [front, _intro, text])})
}

test_none if {
	given := _input("", "A [link](other.md), a box [ ] and `[code]` are no placeholders.")
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_one if {
	found := rule.findings with input as _input("", "Questions go to [insert name].")
	count(found) == 1
	some finding in found
	finding.message == `Information security policy still holds the placeholder "[insert name]"`
	finding.pos == "5:17:5:30"
}

test_two if {
	found := rule.findings with input as _input("", "Questions go to [insert name] at [Company Name].")
	count(found) == 1
	some finding in found
	contains(finding.message, "still holds placeholders: ")
	count(finding.related) == 1
}

test_draft if count(rule.findings) == 0 with input as _input("---\nstatus: draft\n---\n", "Questions go to [insert name].")

test_template if {
	blanks := "[insert name] [Company Name] [insert date] [insert role] [insert place]"
	count(rule.findings) == 0 with input as _input("", blanks)
}
