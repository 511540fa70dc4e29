package ismslint.rules.continual_improvement.opportunities_decided_test

import data.ismslint.rules.continual_improvement.opportunities_decided as rule

_report(date) := sprintf("---\ntype: report.audit\ndate: %s\n---\n# Internal audit report\n\nWe looked at access.\n\n## Findings\n\n| ID | Grade | Finding |\n|---|---|---|\n| AUD-1-F1 | opportunity | Ask questions after the briefing |\n| AUD-1-F2 | observation | Few alerts at night |\n", [date])

_files(date, improvement) := {
	"records/audits/internal-audit-report.md": _report(date),
	"registers/audits.yaml": sprintf("register: audits\nentries:\n  - {id: AUD-1, title: Internal audit, auditors: Ext, performed_on: %s, report: records/audits/internal-audit-report.md}\n", [date]),
	"registers/improvements.yaml": sprintf("register: improvements\nentries:\n  - {id: IMP-1, text: Shorter form, owner: CTO, status: open}\n%s\n", [improvement]),
}

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

test_not_decided if {
	_messages(_files("2026-03-01", "")) == {"AUD-1-F1 is an opportunity for improvement, and nothing takes it up or declines it"}
	count(rule.evidence) == 0 with input as isms.parse(_files("2026-03-01", ""))
}

test_decided if {
	every row in [
		"  - {id: IMP-2, text: Questions, source_ref: AUD-1-F1, decision: declined}",
		"  - {id: IMP-2, text: Ask questions after the briefing, owner: CTO}",
		"  - {id: IMP-2, text: Questions, owner: CTO, comment: from AUD-1-F1}",
		"  - {id: IMP-2, text: Questions, source_ref: AUD-1, owner: CTO}",
	] {
		files := _files("2026-03-01", row)
		count(_messages(files)) == 0
		count(rule.evidence) == 1 with input as isms.parse(files)
	}
}

test_change_takes_it_up if {
	change := "register: changes\nentries:\n  - {id: CHG-1, what: Questions after the briefing (AUD-1-F1), status: open, planned: yes}\n"
	count(_messages(object.union(_files("2026-03-01", ""), {"registers/changes.yaml": change}))) == 0
}

test_fresh if {
	count(_messages(_files("2026-10-01", ""))) == 0
	count(_messages(_files("2026-08-24", ""))) == 1
}

_row(more) := {
	"registers/audits.yaml": sprintf("register: audits\nentries:\n  - {id: A-7, title: Internal audit, grade: OFI, finding: Questions, performed_on: 2026-02-01%s}\n", [more]),
	"registers/improvements.yaml": "register: improvements\nentries:\n  - {id: IMP-1, text: Shorter form, owner: CTO, status: open}\n",
}

test_row_of_its_own if {
	_messages(_row("")) == {"A-7 is an opportunity for improvement, and nothing takes it up or declines it"}
	count(_messages(_row(", action: ~"))) == 1
	count(_messages(_row(", action: New last slide"))) == 0
	count(_messages(_row(", status: closed"))) == 0
}

test_audit_by_the_form_of_its_id if {
	files := {
		"registers/audits.yaml": "register: audits\nentries:\n  - {id: AUD-1, title: Internal audit, auditors: Ext, performed_on: 2026-02-01}\n  - {id: AUD-1-F1, title: Briefing, grade: OFI, finding: Questions, auditors: Ext}\n",
		"registers/improvements.yaml": "register: improvements\nentries:\n  - {id: IMP-1, text: Shorter form, owner: CTO, status: open, source_ref: AUD-1}\n",
	}
	count(_messages(files)) == 0
}

test_nothing if count(rule.findings) == 0 with input as isms.parse({"README.md": "# ISMS\n"})
