package ismslint.rules.creating_and_updating.entry_ids_unique_test

import data.ismslint.rules.creating_and_updating.entry_ids_unique as rule

_yaml(rows) := isms.parse({"registers/risks.yaml": sprintf("register: risks\nentries:\n%s\n", [concat("\n", rows)])})

_rows := [
	"  - {id: R-1, title: Theft of a laptop, owner: CTO, level: high}",
	"  - {id: R-2, title: Ransomware, owner: CTO, level: high}",
	"  - {id: R-3, title: Outage of mail, owner: CTO, level: high}",
]

test_two_things if {
	found := rule.findings with input as _yaml(array.concat(_rows, ["  - {id: R-2, title: Fire, owner: CTO, level: low}"]))
	count(found) == 1
	some finding in found
	finding.message == "R-2 is the id of two entries: \"Fire\" here, \"Ransomware\" there"
	finding.pos == "6:10:6:13"
	count(rule.evidence) == 1 with input as _yaml(_rows)
	finding.related[0].pos == "4:10:4:13"
}

test_quiet if {
	every more in [
		# the same thing once more is another matter
		["  - {id: R-2, title: ransomware, owner: CTO, level: low}"],
		# nothing tells what it is
		["  - {id: R-2, owner: CTO, level: low}"],
		# a key of something else
		["  - {id: R-2, title: Fire, level: low}", "  - {id: R-1, title: Flood, level: low}"],
		["  - {id: R-2, title: Fire, level: low}", "  - {id: R-2, title: Flood, level: low}"],
	] {
		count(rule.findings) == 0 with input as _yaml(array.concat(_rows, more))
	}
}

test_numbered_anew if {
	table := "| ID | Risk | Owner | Level |\n|---|---|---|---|\n"
	file := concat("", [
		"# Risk register\n\n## Office\n\n", table, "| 1 | Fire | CTO | low |\n| 2 | Theft | CTO | low |\n| 3 | Flood | CTO | low |\n| 4 | Noise | CTO | low |\n",
		"\n## Cloud\n\n", table, "| 1 | Outage | CTO | low |\n",
	])
	count(rule.findings) == 0 with input as isms.parse({"registers/risks.md": file})
	within := replace(file, "| 4 | Noise", "| 3 | Noise")
	count(rule.findings) == 1 with input as isms.parse({"registers/risks.md": within})
}

test_id_of_another_register if {
	model := isms.parse({
		"registers/risks.yaml": sprintf("register: risks\nentries:\n%s\n", [concat("\n", _rows)]),
		"registers/treatments.yaml": "register: treatments\nentries:\n  - {id: R-1, action: Encrypt, owner: CTO}\n  - {id: R-2, action: Back up, owner: CTO}\n  - {id: R-3, action: Test, owner: CTO}\n  - {id: R-2, action: Restore, owner: CTO}\n",
	})
	count(rule.findings) == 0 with input as model
}
