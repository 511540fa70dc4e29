package ismslint.rules.control_of_documents.days_exist_test

import data.ismslint.rules.control_of_documents.days_exist as rule

_doc(text) := isms.parse({"policies/backup-policy.md": sprintf("# Backup policy\n\nEverything is copied each night, and a copy is restored as a test each quarter.\n\n%s\n", [text])})

test_no_such_day if {
	every text in ["Agreed on 2026-02-30.", "Agreed on 31.04.2026 by all.", "Valid until 2026-02-29", "From 2025-06-31, in all places"] {
		count(rule.findings) == 1 with input as _doc(text)
	}
	found := rule.findings with input as _doc("Agreed on 2026-02-30.")
	some finding in found
	finding.message == "2026-02-30 is a day that no calendar has"
	finding.pos == "5:11:5:21"
	count(rule.findings) == 1 with input as isms.parse({"registers/suppliers.csv": "id,name,service,owner,next_review\nS-1,Host,Hosting,CTO,2026-09-31\n"})
}

test_quiet if {
	every text in [
		"Agreed on 2026-02-28, and 2024-02-29.",
		"See `2026-02-30`.",
		"See reports/2026-02-30-audit.md.",
		"Ticket INC-2026-02-30 and number 2026-02-30-7",
		"    date: 2026-02-30",
		"```\n2026-02-30\n```",
		"Agreed on 2026-99-31.",
	] {
		count(rule.findings) == 0 with input as _doc(text)
	}
	count(rule.evidence) == 1 with input as isms.parse({"registers/suppliers.csv": "id,name,service,owner\nS-1,Host,Hosting,CTO\n"})
}
