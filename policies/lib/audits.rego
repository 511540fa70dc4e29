# What the rules on internal audits have in common. The register of audits may hold the programme, the audits and their
# findings, each as rows of its own.
package ismslint.lib

# audits are the internal audits that took place.
audits contains audit if {
	some audit in input.isms.registers.audits.entries
	audit.performed_on.value.from <= input.isms.as_of
	not audit.status.value == "cancelled"
	not audit_finding(audit)
	not audit_from_outside(audit)
}

# audit_dates are the days on which internal audits took place or were reported.
audit_dates contains audit.performed_on.value.until if some audit in audits

audit_dates contains item.date if {
	some item in input.isms.types["report.audit"].items
	item.date <= input.isms.as_of
}

# programme are the rows that plan an audit.
programme contains audit if {
	some audit in input.isms.registers.audits.entries
	not audit_finding(audit)
	some field in ["planned_on", "planned_text", "frequency", "next_audit"]
	filled(audit[field])
}

# audit_finding holds for a row that is a finding of an audit.
audit_finding(row) if filled(row.grade)

audit_finding(row) if filled(row.finding_id)

audit_finding(row) if {
	filled(row.finding)
	every field in ["auditors", "scope", "conclusion", "findings_count", "planned_on", "performed_on"] {
		not filled(row[field])
	}
}

# audit_from_outside holds for an audit by a certification body or a customer.
audit_from_outside(audit) if {
	kind := lower(audit.audit_type.raw)
	not contains(kind, "intern")
	some word in ["extern", "certif", "surveil", "stage", "customer", "zertifi", "überwach", "kunde"]
	contains(kind, word)
}
