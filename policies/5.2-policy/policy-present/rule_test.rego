package ismslint.rules.policy.policy_present_test

import data.ismslint.rules.policy.policy_present as rule

_text := "Security serves our customers. We protect what they entrust to us, and we keep our word on availability."

test_found_by_name if {
	model := isms.parse({"policies/information-security-policy.md": sprintf("# Information security policy\n\n%s\n", [_text])})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_found_as_section if {
	model := isms.parse({"handbook.md": sprintf("# Handbook\n\n%s\n\n## Information security policy\n\n%s\n", [_text, _text])})
	evidence := rule.evidence with input as model
	count(evidence) == 1
	some e in evidence
	e.section == "information-security-policy"
}

test_template_does_not_count if {
	model := isms.parse({"templates/information-security-policy.md": sprintf("# Information security policy\n\n%s\n", [_text])})
	count(rule.evidence) == 0 with input as model
	findings := rule.findings with input as model
	some finding in findings
	finding.absent == "policy.infosec"
	contains(finding.message, "templates/information-security-policy.md is not counted")
}

test_only_topics if {
	model := isms.parse({"access-control-policy.md": sprintf("# Access control policy\n\n%s\n", [_text])})
	findings := rule.findings with input as model
	some finding in findings
	contains(finding.message, "only topic-specific policies are here: Access control policy")
}

test_nothing if {
	model := isms.parse({"notes.md": sprintf("# Notes\n\n%s\n", [_text])})
	findings := rule.findings with input as model
	some finding in findings
	finding.message == "no information security policy was recognised in any document, title or heading"
}
