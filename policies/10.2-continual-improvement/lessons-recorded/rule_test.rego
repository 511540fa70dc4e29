package ismslint.rules.continual_improvement.lessons_recorded_test

import data.ismslint.rules.continual_improvement.lessons_recorded as rule

_files(more) := {"registers/incidents.yaml": sprintf("register: incidents\nentries:\n  - {id: INC-1, title: Lost laptop, occurred_on: 2026-02-01, severity: high, status: closed, lessons: Remote wipe works}\n  - {id: INC-2, title: Takeover of an account, occurred_on: 2026-03-01, %s}\n", [more])}

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

test_nothing_learnt if {
	every more in ["severity: high, status: closed", "status: closed, cause: tbd", "severity: medium, status: resolved, lessons: ''"] {
		_messages(_files(more)) == {"INC-2 is closed, and no lesson, cause or follow-up is recorded"}
		count(rule.evidence) == 1 with input as isms.parse(_files(more))
	}
}

test_quiet if {
	every more in [
		"severity: high, status: open", "severity: low, status: closed", "severity: P4, status: closed", "status: closed, cause: Reused password",
		"status: closed, improvements: [IMP-1]", "status: closed, lessons: nothing to learn", "status: closed, action: Keys for everybody",
	] {
		count(_messages(_files(more))) == 0
	}
}

test_named_elsewhere if {
	improvements := "register: improvements\nentries:\n  - {id: IMP-1, text: Keys, owner: CTO, status: open, source_ref: INC-2}\n"
	count(_messages(object.union(_files("severity: high, status: closed"), {"registers/improvements.yaml": improvements}))) == 0
}
