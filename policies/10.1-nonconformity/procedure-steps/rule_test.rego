package ismslint.rules.nonconformity.procedure_steps_test

import data.ismslint.rules.nonconformity.procedure_steps as rule

_whole := `# Corrective action procedure

Whoever sees that a rule was not met reports it the same day.

1. Contain and correct it, and deal with its consequences.
2. Find the root cause.
3. Decide on a corrective action in proportion to the effect, and carry it out.
4. Change policies where needed.
5. After a month see whether it was effective.
`

_part := `# Corrective action procedure

Whoever sees that a rule was not met reports it the same day to the Security Officer, who keeps a list of all reports.

The Security Officer asks for the root cause and sees to it that it is removed.
`

_at(files, path) := {"isms": given.isms, "document": given.documents[path]} if given := isms.parse(files)

_input(text) := _at({_path: text}, _path)

_path := "corrective-action-procedure.md"

test_whole if {
	given := _input(_whole)
	count(rule.findings) == 0 with input as given
	found := rule.evidence with input as given
	{activity | some e in found; some activity in e.activities} == {"10.1-a", "10.1-b", "10.1-c", "10.1-d", "10.1-e", "10.1-f", "10.1-g"}
}

test_part if {
	found := rule.findings with input as _input(_part)
	some finding in found
	startswith(finding.message, "Corrective action procedure was not recognised to deal with: ")
	contains(finding.message, "review of the effect")
	not "10.1-c" in finding.activities
}

test_register_columns if {
	register := "register: nonconformities\nentries:\n  - {id: NC-1, description: Late, correction: Made up for, consequences: None, cause: No date, corrective_action: Calendar, effectiveness: effective, isms_change: none, grade: minor, status: closed}\n"
	count(rule.findings) == 0 with input as _at({_path: _part, "registers/nonconformities.yaml": register}, _path)
}

test_address_astray if {
	text := concat("", ["---\ntype: procedure.capa\nisms:\n  addresses: {\"10.1-e\": \"#gone\"}\n---\n\n", _whole])
	found := rule.findings with input as _input(text)
	some finding in found
	contains(finding.message, "\"#gone\" is given as the place for 10.1-e")
}

test_german if {
	text := "# Verfahren für Korrekturmaßnahmen\n\nWer bemerkt, dass eine Regel nicht eingehalten wurde, meldet es. Die Folgen werden behandelt und die Abweichung korrigiert. Die Ursache wird ermittelt.\n"
	given := _input(text)
	found := rule.evidence with input as given
	{"10.1-a", "10.1-b", "10.1-c"} & {activity | some e in found; some activity in e.activities} == {"10.1-a", "10.1-b", "10.1-c"}
}
