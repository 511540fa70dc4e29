package ismslint.rules.leadership.top_management_explains_test

import data.ismslint.rules.leadership.top_management_explains as rule

_settings := {"isms.yaml": "organization:\n  top_management: [Jane Roe]\n"}

_line(what, who) := {"registers/communication.yaml": sprintf("register: communication\nentries:\n  - {id: COM-1, what: %s, when: yearly, with: All staff, who: %s, how: Meeting}\n", [what, who])}

test_line if {
	every who in ["Jane Roe", "CEO"] {
		model := isms.parse(object.union(_settings, _line("Why security matters", who)))
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
	german := isms.parse(_line("Warum Informationssicherheit wichtig ist", "Geschäftsführung"))
	count(rule.evidence) == 1 with input as german
}

test_awareness if {
	model := isms.parse({"registers/awareness.yaml": "register: awareness\nentries:\n  - {id: AW-1, topic: Why security matters, audience: All staff, owner: CEO, planned_on: 2026-01-01}\n"})
	count(rule.evidence) == 1 with input as model
}

test_message if {
	model := isms.parse({"management-statement.md": "# Management statement\n\nEach of us can stop an attack by asking once more. Please do so.\n"})
	count(rule.evidence) == 1 with input as model
	count(rule.findings) == 0 with input as model
}

test_others if {
	every line in [_line("Why security matters", "Network administrator"), _line("Holidays", "CEO"), _line("Why security matters", "TBD")] {
		found := rule.findings with input as isms.parse(object.union(_settings, line))
		some finding in found
		finding.path == "registers/communication.yaml"
		finding.absent == "message"
	}
}

test_others_in_awareness if {
	model := isms.parse(object.union(_settings, {"registers/awareness.yaml": "register: awareness\nentries:\n  - {id: AW-1, topic: Phishing, audience: All staff, owner: Trainer, planned_on: 2026-01-01}\n"}))
	found := rule.findings with input as model
	some finding in found
	finding.path == "registers/awareness.yaml"
}

test_quiet if {
	count(rule.findings) == 0 with input as isms.parse(_settings)
	count(rule.findings) == 0 with input as isms.parse(_line("Why security matters", "Network administrator"))
}

test_recognised_by_title if {
	named := object.union(_line("Why security matters", "Network administrator"), {"backup-policy.md": "---\napproved_by: CEO\n---\n# Backup policy\n\nEach night a copy goes to the other town.\n"})
	count(rule.findings) == 1 with input as isms.parse(named)
}
