package ismslint.rules.control_of_documents.totals_add_up_test

import data.ismslint.rules.control_of_documents.totals_add_up as rule

_table(header, rows) := isms.parse({"records/internal-audit-report.md": sprintf("# Internal audit report\n\nWe looked at access, backups and suppliers in both offices, and talked to eleven people.\n\n%s\n|---|---|\n%s\n", [header, concat("\n", rows)])})

test_wrong if {
	found := rule.findings with input as _table("| Area | Findings |", ["| Access | 3 |", "| Backup | 1 |", "| **Total** | **7** |"])
	count(found) == 1
	some finding in found
	finding.message == "the total of \"Findings\" is 7; the rows above add up to 4"
	finding.pos == "9:15:9:20"
}

test_quiet if {
	every given in [
		["| Area | Findings |", ["| Access | 3 |", "| Backup | 1 |", "| Total | 4 |"]],
		["| Area | Findings |", ["| Access | 3 |", "| Backup | - |", "| Mail | 1.5 |", "| Total | 4.5 |"]],
		["| Area | Findings |", ["| Access | 3 |", "| Backup | some |", "| Total | 7 |"]],
		["| Area | Findings |", ["| Access | 3 |", "| Total | 7 |"]],
		["| Area | Findings |", ["| Access | 30 |", "| Backup | 10 |", "| Total | 20 |"]],
		["| Area | Findings |", ["| Access | 3 |", "| Total | 9 |", "| Backup | 1 |", "| Mail | 1 |", "| Total | 20 |"]],
		["| Area | Findings |", ["| Access | 3 |", "| Backup | 1 |", "| Total of both years | 20 |"]],
		["| Area | Average age |", ["| Access | 3 |", "| Backup | 1 |", "| Total | 20 |"]],
		["| Area | % |", ["| Access | 3 |", "| Backup | 1 |", "| Total | 20 |"]],
		["| Area | Findings |", ["| Access | 3 |", "| Backup | 1 |", "| Total | 20 € |"]],
	] {
		count(rule.findings) == 0 with input as _table(given[0], given[1])
	}
	count(rule.evidence) == 1 with input as isms.parse({"registers/suppliers.csv": "id,name,service,owner\nS-1,Host,Hosting,CTO\n"})
}
