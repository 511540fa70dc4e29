package ismslint.rules.operation.supplier_terms_named_test

import data.ismslint.rules.operation.supplier_terms_named as rule

_input(rows) := isms.parse({
	"registers/suppliers.yaml": sprintf("register: suppliers\ntitle: Suppliers\nentries:\n%s\n", [rows]),
	"registers/processes.yaml": "register: processes\nentries:\n  - {id: P-1, name: Audit, owner: CEO, criteria: Yearly, outsourced: \"yes\", provider: S-9}\n",
})

_messages(rows) := {finding.message | some finding in found} if {
	found := rule.findings with input as _input(rows)
}

test_named if {
	every more in ["agreement: AGR-1", "assurance: SOC 2 report", "dpa: signed", "security_terms: Notice in 24 hours"] {
		_messages(sprintf("  - {id: S-1, name: Nimbus, service: Hosting, criticality: high, %s}", [more])) == set()
	}
}

test_not_named if {
	_messages("  - {id: S-1, name: Nimbus, service: Hosting, criticality: high, agreement: \"\"}") == {"Nimbus: no agreement, security terms or assurance is named"}
	_messages("  - {id: S-9, name: Auditors, service: Audit, criticality: low, agreement: TBD}") == {"Auditors: no agreement, security terms or assurance is named"}
}

test_quiet if {
	_messages("  - {id: S-1, name: Tea shop, service: Tea, criticality: low, agreement: \"\"}") == set()
	_messages("  - {id: S-1, name: Nimbus, service: Hosting, criticality: high, agreement: \"\", status: ended}") == set()
	_messages("  - {id: S-1, name: Nimbus, service: Hosting, criticality: high, agreement: \"\", status: Gekündigt}") == set()
}

test_no_column if {
	_messages("  - {id: S-1, name: Nimbus, service: Hosting, criticality: hoch}") == {"Suppliers has no column for agreements, security terms, certificates or reports"}
}

test_no_criticality if {
	found := rule.findings with input as _input("  - {id: S-1, name: Nimbus, service: Hosting, agreement: \"\"}")
	some finding in found
	finding.at_most == "note"
	finding.message == "Suppliers does not say how critical its suppliers are; no agreement or assurance is named for: Nimbus"
}

test_evidence if {
	found := rule.evidence with input as _input("  - {id: S-1, name: Nimbus, service: Hosting, criticality: high, agreement: AGR-1}")
	count(found) == 3
	text := "# Supplier security policy\n\nBefore a contract the owner asks for a report or certificate; each supplier is looked at once a year.\n"
	policy := rule.evidence with input as isms.parse({"policies/supplier-security-policy.md": text})
	{item.certainty | some item in policy} == {"indicates"}
}

test_terms_under_the_short_name if {
	text := "# Suppliers\n\n| Supplier | Service | Criticality |\n|---|---|---|\n| ⏳ Acme (Acme Hosting, Inc.) | Servers | high |\n\n## Contracts\n\n| Supplier | Contract | Criticality |\n|---|---|---|\n| Acme | Frame contract 2025 | |\n"
	model := isms.parse({"registers/suppliers.md": text})
	count(model.isms.registers.suppliers.entries) == 2
	count(rule.findings) == 0 with input as model
}

test_terms_in_another_table if {
	text := "# Suppliers\n\n| Supplier | Service | Criticality |\n|---|---|---|\n| 🔴 Acme Hosting | Servers | high |\n\n## Contracts\n\n| Supplier | Contract | Criticality |\n|---|---|---|\n| Acme Hosting | Frame contract 2025 | |\n"
	model := isms.parse({"registers/suppliers.md": text})
	count(model.isms.registers.suppliers.entries) == 2
	count(rule.findings) == 0 with input as model
}
