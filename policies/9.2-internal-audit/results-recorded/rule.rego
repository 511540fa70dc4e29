# METADATA
# title: Results of an internal audit are on record
# description: >-
#   The clause asks to find out by internal audits whether the management system is carried out and kept up, and
#   to keep evidence of the results. Looked for is at least one internal audit with a date, in a register or as a
#   report. A checklist and a procedure record nothing, and audits by a certification body or a customer are not
#   internal ones.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-i", "9.2-a", "9.2-c", "7.5.1-a"]
#   checks: ["9.2-10", "R-DOC-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["audits?"]
#   remedy: >-
#     Record the date, the auditor and the result of the audit, or say in isms.yaml under `outside` where the
#     reports are kept.
package ismslint.rules.internal_audit.results_recorded

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence_date(lib.evidence(_newest, "performed_on"), _newest.performed_on.value.until), ["9.2-i", "9.2-a", "7.5.1-a"])

evidence contains lib.concerning(lib.evidence(audit, field), ["9.2-c"]) if {
	some audit in lib.audits
	field := [field | some field in ["conclusion", "finding", "findings_count", "report", "evidence"]; lib.filled(audit[field])][0]
}

evidence contains lib.evidence(item, ".") if some item in _reports.items

# Findings show that somebody looked, and not when.
evidence contains lib.concerning(lib.indicated(lib.evidence(_register, "columns/grade")), ["9.2-i", "9.2-c"]) if {
	some row in _register.entries
	lib.audit_finding(row)
}

# A first audit that is planned shows a process without a record yet.
evidence contains lib.indicated(lib.concerning(lib.evidence(_first_planned, "planned_on"), ["9.2-a"])) if not _any

findings contains lib.at_most(lib.finding(_first_planned, "planned_on", message), "note") if {
	not _any
	message := sprintf("the first internal audit is planned for %s; no result is on record yet", [_first_planned.planned_on.raw])
}

findings contains lib.absence(_place, "report.audit", concat("; ", [text | some text in [_looked, _seen]; text != ""])) if {
	not _any
	not _first_planned
	not input.isms.organization.outside.audits
}

_register := input.isms.registers.audits

_reports := input.isms.types["report.audit"]

_newest := _register.entries[max([[audit.performed_on.value.until, audit.index] | some audit in lib.audits])[1]]

_any if count(lib.audits) > 0

_any if count(_reports.items) > 0

_any if {
	some row in _register.entries
	lib.audit_finding(row)
}

_first_planned := _register.entries[min([[audit.planned_on.value.from, audit.index] |
	some audit in lib.programme
	audit.planned_on.value.until >= input.isms.as_of
])[1]] if {
	every audit in lib.programme {
		_ahead(audit)
	}
}

_ahead(audit) if audit.planned_on.value.until >= input.isms.as_of

_looked := "no results of an internal audit were recognised among reports and registers"

_seen := sprintf("%s is an audit from outside", [concat(", ", _from_outside)]) if {
	count(_from_outside) == 1
} else := sprintf("%s are audits from outside", [lib.list(_from_outside)]) if {
	count(_from_outside) > 1
} else := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _reports.others[0]
} else := sprintf("%s plans audits and records none", [_register._path]) if {
	count(_register.entries) > 0
} else := sprintf("%s may be the register: %s", [possible._path, possible.why]) if {
	possible := _register.possible[0]
} else := ""

_from_outside := [audit.label |
	some audit in _register.entries
	lib.audit_from_outside(audit)
]

_place := object.union(input.isms.registers.audits, {"_subject": _reports._subject}) if {
	count(_register.entries) > 0
} else := object.union(input.isms.anchor, {"_subject": _reports._subject})
