package ismslint.rules.control_of_documents.rows_whole_test

import data.ismslint.rules.control_of_documents.rows_whole as rule

_table(rows) := isms.parse({"registers/suppliers.md": sprintf("# Supplier register\n\n| ID | Supplier | Service | Owner |\n|---|---|---|---|\n%s\n", [concat("\n", rows)])})

_message(rows) := finding.message if {
	found := rule.findings with input as _table(rows)
	count(found) == 1
	some finding in found
}

test_too_many if {
	_message(["| S-1 | Host | Hosting | CTO |", "| S-2 | Mail | Mail | chat | CTO |"]) == "the row \"S-2\" has 5 cells, the header of its table 4"
}

test_too_few if {
	_message(["| S-1 | Host | Hosting | CTO |", "| | Mail | Mail |", "| S-3 | Talk | Calls |", "| S-4 | News | News | CTO |"]) == "a row under \"Supplier register\" has 3 cells, the header of its table 4; another row does not fit either"
}

test_many if {
	rows := [row | some i in [1, 2, 3, 4, 5, 6]; row := sprintf("| S-%d | Host | Hosting | CTO |", [i])]
	endswith(_message(array.concat(rows, ["| S-7 | Host | Hosting |", "| S-8 | Host | Hosting |", "| S-9 | Host | Hosting |"])), "; 2 more rows do not fit either")
}

test_csv if {
	found := rule.findings with input as isms.parse({"registers/suppliers.csv": "id,name,service,owner\nS-1,Host,Hosting,CTO\nS-2,Mail,Mail\n"})
	count(found) == 1
}

test_quiet if {
	every rows in [
		["| S-1 | Host | Hosting | CTO |", "| S-2 | Mail | Mail | CTO | |"],
		["| S-1 | Host | Hosting | CTO |", "| **Abroad** |", "| S-2 | Mail | Mail | CTO |"],
		["| S-1 | Host | Hosting |", "| S-2 | Mail | Mail |"],
	] {
		count(rule.findings) == 0 with input as _table(rows)
	}
	count(rule.evidence) == 1 with input as _table(["| S-1 | Host | Hosting | CTO |"])
}
