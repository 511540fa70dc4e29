package ismslint.rules.internal_audit.only_auditor_runs_isms_test

import data.ismslint.rules.internal_audit.only_auditor_runs_isms as rule

_files(holder, kind, audits) := {
	"registers/roles.yaml": sprintf("register: roles\nentries:\n  - {id: R-SEC, role: Security Officer, role_kind: %s, responsibilities: Runs it, holders: P-1}\n  - {id: R-AUD, role: Auditor, role_kind: internal-auditor, responsibilities: Audits, holders: %s}\n", [kind, holder]),
	"registers/audits.yaml": sprintf("register: audits\nentries: %s\n", [audits]),
}

test_one_person if {
	found := rule.findings with input as isms.parse(_files("P-1", "isms-manager", "[]"))
	some finding in found
	finding.message == "P-1 is the only internal auditor and Security Officer: audits of that work need somebody else"
	finding.subject == "roles/R-AUD"
}

test_quiet if {
	every given in [
		_files("P-2", "isms-manager", "[]"),
		_files("P-1", "dpo", "[]"),
		_files("P-1", "isms-manager", "[{id: A-1, title: Audit, auditors: Audit firm, performed_on: 2026-05-12}]"),
		_files("\"P-1, P-2\"", "isms-manager", "[]"),
	] {
		count(rule.findings) == 0 with input as isms.parse(given)
	}
}

test_own_audits_settle_nothing if {
	given := _files("P-1", "isms-manager", "[{id: A-1, title: Audit, auditors: R-AUD, performed_on: 2026-05-12}]")
	count(rule.findings) == 1 with input as isms.parse(given)
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.parse(_files("P-2", "isms-manager", "[]"))
}
