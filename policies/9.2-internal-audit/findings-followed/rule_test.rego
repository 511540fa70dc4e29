package ismslint.rules.internal_audit.findings_followed_test

import data.ismslint.rules.internal_audit.findings_followed as rule

_files(finding, nonconformity) := {
	"registers/audits.yaml": sprintf("register: audits\nentries:\n  - {id: F-1, finding: Late review, %s}\n", [finding]),
	"registers/nonconformities.yaml": sprintf("register: nonconformities\nentries:\n  - {id: NC-1, status: open, %s}\n", [nonconformity]),
}

_message(finding, nonconformity) := found_one.message if {
	found := rule.findings with input as isms.parse(_files(finding, nonconformity))
	count(found) == 1
	some found_one in found
	found_one.subject == "audits/F-1"
}

test_not_followed if {
	every grade in ["minor", "Major", "NC"] {
		_message(sprintf("grade: %s", [grade]), "description: Another matter") == sprintf("F-1 is graded \"%s\"; no entry of Nonconformities and corrective actions refers to it", [grade])
	}
}

test_reference_to_nothing if {
	_message("grade: minor, nonconformity: NC-7", "description: Another matter") == "F-1 refers to NC-7, which Nonconformities and corrective actions does not have"
}

test_followed if {
	every pair in [
		["grade: minor", "description: Late, source_ref: F-1"],
		["grade: minor", "description: Late (F-1 of the audit)"],
		["grade: minor", "description: late review"],
		["grade: minor, performed_on: 2026-05-12", "description: Late, raised_on: 2026-05-12"],
		["grade: minor, nonconformity: NC-1", "description: Late"],
		["grade: minor, nonconformity: https://tracker.example.com/12", "description: Another matter"],
		["grade: minor, action: Calendar, status: done", "description: Another matter"],
	] {
		given := isms.parse(_files(pair[0], pair[1]))
		count(rule.findings) == 0 with input as given
		count(rule.evidence) == 1 with input as given
	}
}

test_left_alone if {
	every grade in ["observation", "OFI", "conform", "odd", "\"\""] {
		count(rule.findings) == 0 with input as isms.parse(_files(sprintf("grade: %s", [grade]), "description: Another matter"))
	}
}

test_entry_names_the_audit if {
	files := {
		"registers/audits.yaml": "register: audits\nentries:\n  - {id: AUD-1, title: Audit, auditors: CTO, performed_on: 2026-05-12, report: ../records/internal-audit-report.md}\n",
		"records/internal-audit-report.md": "# Internal audit report\n\n## Findings\n\n| ID | Finding | Grade | Requirement |\n|---|---|---|---|\n| X-1 | Late review | minor | 9.2 |\n",
		"registers/nonconformities.yaml": "register: nonconformities\nentries:\n  - {id: NC-1, description: Late, source_ref: AUD-1, status: open}\n",
	}
	count(rule.findings) == 0 with input as isms.parse(files)
	other := {"registers/nonconformities.yaml": "register: nonconformities\nentries:\n  - {id: NC-1, description: Late, raised_on: 2026-05-12, status: open}\n"}
	count(rule.findings) == 0 with input as isms.parse(object.union(files, other))
	none := {"registers/nonconformities.yaml": "register: nonconformities\nentries:\n  - {id: NC-1, description: Late, status: open}\n"}
	count(rule.findings) == 1 with input as isms.parse(object.union(files, none))
}
