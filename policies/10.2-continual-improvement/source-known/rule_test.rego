package ismslint.rules.continual_improvement.source_known_test

import data.ismslint.rules.continual_improvement.source_known as rule

_files(source) := {
	"registers/improvements.yaml": sprintf("register: improvements\nentries:\n  - {id: IMP-1, text: Shorter form, owner: CTO, status: open, source_ref: %s}\n  - {id: IMP-2, text: Keys, owner: CTO, status: open}\n", [source]),
	"registers/incidents.yaml": "register: incidents\nentries:\n  - {id: INC-1, title: Lost laptop, occurred_on: 2026-02-01, severity: low, status: closed, improvements: [IMP-2]}\n  - {id: INC-2, title: Phishing, occurred_on: 2026-03-01, severity: low, status: closed}\n",
}

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

test_source_gone if {
	_messages(_files("INC-9")) == {"IMP-1 gives INC-9 as its source, and no entry here has that id"}
	count(rule.evidence) == 1 with input as isms.parse(_files("INC-9"))
}

test_improvement_gone if {
	files := object.union(_files("INC-1"), {"registers/incidents.yaml": "register: incidents\nentries:\n  - {id: INC-1, title: Lost laptop, occurred_on: 2026-02-01, severity: low, status: closed, improvements: [IMP-7]}\n"})
	_messages(files) == {"INC-1 led to IMP-7, and no entry here has that id"}
}

test_quiet if {
	every source in ["INC-1", "JIRA-4711", "https://example.org/INC-9", "../README.md", "survey of 2026", "INC-2"] {
		files := object.union(_files(source), {"README.md": "# ISMS\n"})
		count(_messages(files)) == 0
	}
	count(rule.evidence) == 2 with input as isms.parse(_files("INC-1"))
	count(rule.evidence) == 2 with input as isms.parse(object.union(_files("../README.md"), {"README.md": "# ISMS\n"}))
}
