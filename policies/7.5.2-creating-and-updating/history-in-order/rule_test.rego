package ismslint.rules.creating_and_updating.history_in_order_test

import data.ismslint.rules.creating_and_updating.history_in_order as rule

_given(files) := {"isms": model.isms, "document": model.documents["policies/backup-policy.md"]} if model := isms.parse(files)

_doc(rows) := _given({"policies/backup-policy.md": sprintf("---\ntitle: Backup policy\n---\n# Backup policy\n\nEverything is copied each night, and a copy is restored as a test each quarter.\n\n## Version history\n\n| Version | Date | Change |\n|---|---|---|\n%s\n", [concat("\n", rows)])})

_message(rows) := finding.message if {
	found := rule.findings with input as _doc(rows)
	count(found) == 1
	some finding in found
}

test_earlier_date if {
	_message(["| 1.0 | 2024-01-01 | First |", "| 1.1 | 2023-05-01 | More |"]) == "Backup policy: version 1.1 is dated 2023-05-01, before version 1.0 of 2024-01-01"
	_message(["| v1.1 | 2023-05-01 | More |", "| v1.0 | 2024-01-01 | First |"]) == "Backup policy: version v1.1 is dated 2023-05-01, before version v1.0 of 2024-01-01"
}

test_misplaced if {
	_message(["| 1.0 | 2023-01-01 | First |", "| 1.2 | 2025-01-01 | More |", "| 1.1 | 2024-01-01 | Less |", "| 1.3 | 2026-01-01 | Again |"]) == "Backup policy: version 1.1 stands below version 1.2, against the order of the other rows"
	_message(["| 3 | 2025-01-01 | Third |", "| 1 | 2023-01-01 | First |", "| 2 | 2024-01-01 | Second |"]) == "Backup policy: version 2 stands below version 1, against the order of the other rows"
}

test_in_order if {
	every rows in [
		["| 1.0 | 2023-01-01 | First |", "| 1.1 | 2024-01-01 | More |", "| 2.0 | 2024-01-01 | New |"],
		["| 2.0 | 2024-01-01 | New |", "| 1.1 | 2024-01-01 | More |", "| 1.0 | 2023-01-01 | First |"],
		["| 1.9 | 2023-01-01 | First |", "| 1.10 | 2024-01-01 | More |", "| 1.11 | 2025-01-01 | New |"],
		["| 1.15 | 2023-01-01 | First |", "| 1.2 | 2024-01-01 | More |"],
		["| 1.0 | 2023-01-01 | First |", "| 1.0 | 2024-01-01 | Again |", "| 1.0 | 2022-01-01 | Again |"],
		["| | 2023-01-01 | First |", "| 1.1 | 2024-01-01 | More |"],
		["| 1.0 | soon | First |", "| 1.1 | 2024-01-01 | More |"],
		["| draft b | 2025-01-01 | First |", "| draft a | 2026-01-01 | More |"],
		["| 1.0 | 2024 | First |", "| 1.1 | 2024-01-01 | More |"],
	] {
		count(rule.findings) == 0 with input as _doc(rows)
	}
	count(rule.evidence) == 1 with input as _doc(["| 1.0 | 2023-01-01 | First |", "| 1.1 | 2024-01-01 | More |"])
}
