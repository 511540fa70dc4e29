package ismslint.rules.control_of_documents.places_agree_test

import data.ismslint.rules.control_of_documents.places_agree as rule

_register := "register: risks\nentries:\n  - {id: RSK-1, title: Theft of a laptop, owner: ROLE-1, inherent_level: medium, level: high, status: in treatment, due: 2026-12-01}\n  - {id: RSK-2, title: Fire, owner: ROLE-2, level: low, status: treated}\n"

_roles := "register: roles\nentries:\n  - {id: ROLE-1, role: CTO, responsibilities: Technology}\n  - {id: ROLE-2, role: CISO, responsibilities: Security}\n"

_files(header, row) := {
	"registers/risks.yaml": _register,
	"registers/roles.yaml": _roles,
	"overview.md": sprintf("# Overview\n\nWhat managers ask about most often, with the risks that matter to all of us.\n\n%s\n|---|---|---|\n%s\n", [header, row]),
}

_message(header, row) := finding.message if {
	found := rule.findings with input as isms.parse(_files(header, row))
	count(found) == 1
	some finding in found
}

test_differs if {
	_message("| ID | Risk | Level |", "| RSK-1 | Theft of a laptop | low |") == "RSK-1: level is \"low\" here and \"high\" in Information security risks"
	_message("| ID | Risk | Status |", "| RSK-1 | Theft of a laptop | closed |") == "RSK-1: status is \"closed\" here and \"in treatment\" in Information security risks"
	_message("| ID | Risk | Owner |", "| RSK-1 | Theft of a laptop | CISO |") == "RSK-1: owner is \"CISO\" here and \"ROLE-1\" in Information security risks"
}

test_quiet if {
	every given in [
		["| ID | Risk | Level |", "| RSK-1 | Theft of a laptop | High |"],
		["| ID | Risk | Level |", "| RSK-1 | Theft of a laptop | medium |"],
		["| ID | Risk | Level |", "| RSK-1 | Theft of a laptop | 12 |"],
		["| ID | Risk | Level |", "| RSK-1 | Hail | low |"],
		["| ID | Risk | Level |", "| RSK-7 | Theft of a laptop | low |"],
		["| ID | Risk | Status |", "| RSK-1 | Theft of a laptop | open |"],
		["| ID | Risk | Owner |", "| RSK-1 | Theft of a laptop | CTO |"],
		["| ID | Risk | Owner |", "| RSK-1 | Theft of a laptop | Anna |"],
		["| Treats | Risk | Status |", "| RSK-1 | Theft of a laptop | closed |"],
	] {
		count(rule.findings) == 0 with input as isms.parse(_files(given[0], given[1]))
	}
	count(rule.evidence) == 2 with input as isms.parse(_files("| ID | Risk | Level |", "| RSK-1 | Theft of a laptop | High |"))
}

test_record_of_one_day if {
	files := {
		"registers/risks.yaml": _register,
		"records/risk-assessment-report.md": "---\ntype: report.risk-assessment\ndate: 2026-01-05\n---\n# Risk assessment report\n\nWe looked at all of the risks with their owners, in two meetings of three hours each.\n\n| ID | Risk | Level |\n|---|---|---|\n| RSK-1 | Theft of a laptop | low |\n",
	}
	count(rule.findings) == 0 with input as isms.parse(files)
}
