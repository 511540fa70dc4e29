# METADATA
# title: Over the audit cycle the audits cover the clauses and the applicable controls
# description: >-
#   The clause asks to find out whether the management system meets the standard and the organisation's own
#   requirements. It does not ask for every clause in every cycle: importance and earlier results may steer the
#   programme. Compared are the clauses and controls that the audits of the stated cycle name; audits described in
#   words only, and a cycle that has not ended, say nothing.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-b", "9.2-d"]
#   checks: ["9.2-3", "R-AUD-2"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: warning
#   level_no_interval: note
#   certainty: decides
#   small_organization: keep
#   needs: [audits]
#   column_absent:
#     register: audits
#     fields: [clauses, controls, criteria, scope]
#     level: quiet
#   remedy: >-
#     Plan what has not been audited, or state the cycle under `organization.audit_cycle_years` in isms.yaml.
package ismslint.rules.internal_audit.cycle_covers_all

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_register, concat("/", ["columns", field])), ["9.2-b"]) if {
	some field in ["criteria", "criteria_refs", "clauses"]
	some audit in lib.audits
	lib.filled(audit[field])
}

findings contains _finding(lib.finding(_register, ".", sprintf("not audited in the cycle of %d years: %s", [_years, concat(" and ", _gaps)]))) if {
	_cycle_ended
	count(_gaps) > 0
}

_register := input.isms.registers.audits

_stated := input.isms.organization.audit_cycle_years

# Three years are what certification uses, and nobody's own.
_years := _stated if _stated > 0

_years := 3 if _stated == 0

_finding(finding) := finding if _stated > 0

_finding(finding) := lib.by_default_interval(finding) if _stated == 0

_begin := isms.plus(input.isms.as_of, {"months": -12 * _years, "days": 0})

_first := min({audit.performed_on.value.from | some audit in lib.audits})

# Counted from the start of the ISMS, where isms.yaml names it.
_cycle_ended if input.isms.organization.started_on <= _begin

_cycle_ended if {
	is_null(input.isms.organization.started_on)
	_first <= _begin
}

_cycle contains audit if {
	some audit in lib.audits
	audit.performed_on.value.until >= _begin
}

_gaps := [gap |
	some gap in [
		_some("clauses", [number | some number in ["4", "5", "6", "7", "8", "9", "10"]; _lacks_clause(number)]),
		_some("controls", lib.controls({control | some control in _applicable; _lacks_control(control)})),
	]
	gap != ""
]

_some(what, ids) := sprintf("%s %s", [what, lib.list(ids)]) if count(ids) > 0

_some(_, []) := ""

# What an audit says in words only may be anything.
_lacks_clause(number) if {
	count(_cycle) > 0
	every audit in _cycle {
		not audit.covers.all_clauses
		not audit.covers.clauses[number]
		count(audit.covers.clauses) > 0
	}
}

_lacks_control(control) if {
	count(_cycle) > 0
	every audit in _cycle {
		not audit.covers.all_controls
		not audit.covers.controls[control]
		count(audit.covers.controls) > 0
	}
}

_applicable contains control.id if {
	some control in input.isms.registers.soa.entries
	control.applicable.value == "yes"
	data.catalogue.controls[input.isms.edition][control.id]
}
