package ismslint.rules.internal_audit.auditor_independent_test

import data.ismslint.rules.internal_audit.auditor_independent as rule

_roles := "register: roles\nentries:\n  - {id: R-SEC, role: Security Officer, responsibilities: Runs it, holders: P-1}\n  - {id: R-ENG, role: Head of Engineering, responsibilities: Builds it, holders: P-2}\n  - {id: R-AUD, role: Internal Auditor, responsibilities: Audits, holders: P-1}\n  - {id: R-EXT, role: Outside Auditor, responsibilities: Audits, holders: P-3}\n"

_files(audit) := {
	"registers/roles.yaml": _roles,
	"registers/audits.yaml": sprintf("register: audits\nentries:\n  - {id: A-1, title: Internal audit, performed_on: 2026-05-12, %s}\n", [audit]),
	"registers/soa.yaml": "register: soa\nedition: \"2022\"\nentries:\n  - {id: A.5.15, applicable: yes, justification: Risks, owner: R-SEC}\n  - {id: A.8.13, applicable: yes, justification: Risks, owner: R-ENG}\n",
	"policies/access-control-policy.md": "---\nowner: Security Officer\n---\n# Access control policy\n\nAccess is given for a reason, by the owner of the system, and is taken back.\n",
}

_message(audit) := finding.message if {
	found := rule.findings with input as isms.parse(_files(audit))
	count(found) == 1
	some finding in found
	finding.subject == "audits/A-1"
	finding.field == "auditors"
}

test_auditee if _message("auditors: R-AUD, auditees: [P-1, P-2]") == "A-1: R-AUD is recorded as auditor and as auditee"

test_control_owner if _message("auditors: P-1, controls: \"A.5.15, A.8.13\"") == "A-1: P-1 audited 5.15 and is recorded as the owner"

test_own_rule if {
	_message("auditors: P-1, criteria_refs: policies/access-control-policy.md") == "A-1: P-1 audited policies/access-control-policy.md and is recorded there as its owner"
}

test_quiet if {
	every audit in [
		"auditors: P-3, auditees: [P-1, P-2], controls: \"A.5.15, A.8.13\"",
		"auditors: [P-1, P-3], auditees: [P-1, P-2], controls: A.5.15",
		"auditors: Jo Example, auditees: Jo Example",
		"auditors: Audit firm, controls: A.5.15",
		"auditors: TBD, auditees: P-1",
	] {
		count(rule.findings) == 0 with input as isms.parse(_files(audit))
	}
}

test_audit_to_come if {
	files := object.union(_files("auditors: P-1"), {"registers/audits.yaml": "register: audits\nentries:\n  - {id: A-1, title: Internal audit, performed_on: 2027-05-12, auditors: P-1, auditees: P-1}\n"})
	count(rule.findings) == 0 with input as isms.parse(files)
}

test_evidence if {
	known := rule.evidence with input as isms.parse(_files("auditors: P-3, auditees: [P-1, P-2]"))
	count(known) == 2
	unknown := rule.evidence with input as isms.parse(_files("auditors: Audit firm"))
	every e in unknown {
		e.certainty == "indicates"
	}
}
