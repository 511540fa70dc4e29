# METADATA
# title: Internal audits take place as planned
# description: >-
#   The clause asks for audits at planned intervals. An audit whose planned month or day has passed without a
#   record, a report of that time, a reason or another date did not take place, as far as the register shows.
#   Where each planned one did, the newest audit is compared with the interval of isms.yaml, else with twelve
#   months, which is nobody's plan and so only a note.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-a"]
#   checks: ["9.2-2", "R-AUD-3"]
#   kind: freshness
#   strength: shall
#   source: "27003"
#   level: warning
#   level_no_interval: note
#   certainty: decides
#   small_organization: keep
#   needs: ["audits?"]
#   remedy: >-
#     Carry out the audit and record it, move it and say why, or state the interval that was planned under
#     `intervals` in isms.yaml.
package ismslint.rules.internal_audit.audit_overdue

import data.ismslint.lib

evidence contains lib.evidence_date(lib.evidence(_register, "columns/performed_on"), max(dates)) if {
	dates := {audit.performed_on.value.until | some audit in lib.audits}
	count(dates) > 0
}

evidence contains lib.evidence(item, ".") if {
	some item in input.isms.types["report.audit"].items
	item.date == max(lib.audit_dates)
}

# That there is no result at all is reported by results-recorded.
findings contains lib.finding(audit, "planned_on", sprintf("%s, planned for %s, has no record", [audit.label, audit.planned_on.raw])) if {
	count(lib.audit_dates) > 0
	some audit in _missed
}

findings contains _finding(lib.finding(_place, ".", sprintf("the last internal audit was on %s, %s", [_last, lib.plan(_interval)]))) if {
	count(_missed) == 0
	isms.plus(_last, _interval) < input.isms.as_of
}

_register := input.isms.registers.audits

_missed contains audit if {
	some audit in lib.programme
	audit.planned_on.value.until < input.isms.as_of
	not audit.status.value in {"done", "closed", "cancelled"}
	not lib.filled(audit.performed_on)
	not lib.filled(audit.comment)
	not lib.audit_from_outside(audit)
	not _carried_out[audit.id]
	not _audited_then(audit)
}

_carried_out contains ref.id if {
	some audit in lib.audits
	some ref in audit.programme_ref.value
	ref.id != ""
}

# A record from a month before to three months after the planned time.
_audited_then(audit) if {
	from := isms.plus(audit.planned_on.value.from, {"months": -1, "days": 0})
	until := isms.plus(audit.planned_on.value.until, {"months": 3, "days": 0})
	some date in lib.audit_dates
	date >= from
	date <= until
}

_last := max(lib.audit_dates)

_interval := lib.interval("internal_audit")

_finding(finding) := finding if _interval.stated

_finding(finding) := lib.by_default_interval(finding) if not _interval.stated

_place := _register if {
	count(_register.entries) > 0
} else := object.union(_register, {"_path": item._path, "_pos": item._pos}) if {
	some item in input.isms.types["report.audit"].items
	item.date == _last
} else := _register
