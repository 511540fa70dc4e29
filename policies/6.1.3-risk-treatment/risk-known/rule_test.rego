package ismslint.rules.risk_treatment.risk_known_test

import data.ismslint.rules.risk_treatment.risk_known as rule

_files(ref) := {
	"registers/risks.yaml": "register: risks\ntitle: Risk register\nentries:\n  - {id: RSK-001, title: Fire, owner: CTO, level: high, status: assessed}\n",
	"registers/treatments.yaml": sprintf("register: treatments\nentries:\n  - {id: RT-001, risks: [%s], option: modify, action: Keys, status: open}\n", [ref]),
	"registers/planning.yaml": "register: planning\nentries:\n  - {id: RSK-050, statement: No budget, action: Ask}\n",
}

_messages(ref) := {finding.message | some finding in findings} if {
	model := isms.parse(_files(ref))
	findings := rule.findings with input as model
}

test_known if {
	model := isms.parse(_files("RSK-001"))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_unknown if {
	_messages("RSK-001, RSK-007") == {"RT-001 treats RSK-007, which Risk register does not have"}
	model := isms.parse(_files("RSK-001, RSK-007"))
	findings := rule.findings with input as model
	some finding in findings
	finding.field == "risks/1"
}

test_quiet if {
	every ref in ["phishing", "ISO 27001", "RSK-050", "INC-2026-01", "\"-\""] {
		count(_messages(ref)) == 0
	}
}

test_cancelled if count(_messages("RSK-007], status: cancelled, note: [x")) == 0
