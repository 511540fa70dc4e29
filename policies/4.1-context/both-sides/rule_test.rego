package ismslint.rules.context.both_sides_test

import data.ismslint.rules.context.both_sides as rule

_issues(sides) := isms.parse({"registers/issues.yaml": concat("", array.concat(
	["register: issues\nentries:\n"],
	[sprintf("  - {id: I-%d, side: \"%s\", title: Something, effect: Delay}\n", [i, side]) | some i, side in sides],
))})

test_both if {
	model := _issues(["external", "internal", "internal"])
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_one_side if {
	external := rule.findings with input as _issues(["external", "extern", "External"])
	some finding in external
	finding.message == "the register of issues at registers/issues.yaml lists only external issues"
	finding.activities == ["4.1-b"]
	internal := rule.findings with input as _issues(["internal", "internal", "internal"])
	some other in internal
	other.activities == ["4.1-a"]
}

test_quiet if {
	every sides in [["external", "external"], ["external", "external", ""], ["external", "external", "TBD"], ["external", "external", "?"]] {
		count(rule.findings) == 0 with input as _issues(sides)
		count(rule.evidence) == 0 with input as _issues(sides)
	}
}

test_closed_do_not_count if {
	model := isms.parse({"registers/issues.yaml": `register: issues
entries:
  - {id: I-1, side: external, title: A, effect: B}
  - {id: I-2, side: external, title: A, effect: B}
  - {id: I-3, side: external, title: A, effect: B}
  - {id: I-4, side: internal, title: A, effect: B, status: closed}
`})
	count(rule.findings) == 1 with input as model
}

test_headings if {
	rows := "| ID | Issue | Effect |\n|---|---|---|\n| I-1 | A | B |\n| I-2 | C | D |\n| I-3 | E | F |\n"
	model := isms.parse({"issues.md": sprintf("# Issue register\n\n## External issues\n\n%s\n## Internal issues\n\n%s\n", [rows, replace(rows, "I-", "J-")])})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}
