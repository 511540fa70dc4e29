package ismslint.rules.creating_and_updating.placeholders_filled_test

import data.ismslint.rules.creating_and_updating.placeholders_filled as rule

_input(head, text) := {"isms": model.isms, "document": model.documents["policies/access-policy.md"]} if {
	model := isms.parse({"policies/access-policy.md": sprintf("%s# Access policy\n\nEverybody gets the access that the work takes, managers look at it twice a year, and it ends with the work.\n\n%s\n", [head, text])})
}

test_one if {
	found := rule.findings with input as _input("", "Questions go to [insert name].")
	some finding in found
	finding.message == `Access policy still holds the placeholder "[insert name]"`
	finding.pos == "5:17:5:30"
}

test_two if {
	found := rule.findings with input as _input("", "Questions go to [insert name] at [Company Name].")
	some finding in found
	finding.message == "Access policy still holds placeholders: [insert name], [Company Name]"
	count(finding.related) == 1
}

test_variable if count(rule.findings) == 0 with input as _input("", "{{ .Name }} has no offices, and {{- .Name }} rents none.")

test_none if count(rule.findings) == 0 with input as _input("", "A [link](x.md), a box [ ] and `[code]` are none.")

test_draft if count(rule.findings) == 0 with input as _input("---\nstatus: draft\n---\n", "Questions go to [insert name].")

test_template if count(rule.findings) == 0 with input as _input("", "[insert name] [Company Name] [insert date] [insert role] [insert place]")
