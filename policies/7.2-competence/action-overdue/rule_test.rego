package ismslint.rules.competence.action_overdue_test

import data.ismslint.rules.competence.action_overdue as rule

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

_files(rest) := {"registers/competence.yaml": sprintf("register: competence\nentries:\n  - {id: CMP-1, person: Kim, role: Head of IT, competence: Incidents, action: Course, %s}\n", [rest])}

test_late if {
	_messages(_files("due: 2026-09-30, status: open")) == {"CMP-1: the action was due 2026-09-30; its status is \"open\""}
}

test_quiet if {
	every rest in ["due: 2027-09-30, status: open", "due: 2026-09-30, status: done", "due: 2026-09-30, status: open, result: Held", "due: soon, status: open", "due: 2026-09-30"] {
		count(_messages(_files(rest))) == 0
	}
	count(rule.evidence) == 1 with input as isms.parse(_files("due: 2027-09-30, status: open"))
}
