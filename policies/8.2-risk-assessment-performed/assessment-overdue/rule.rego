# METADATA
# title: Risks are assessed at the planned interval
# description: >-
#   The clause asks to assess risks at planned intervals. The newest date of an assessment, in the register or of a
#   report, is compared with the interval of isms.yaml, else with twelve months, which is nobody's plan and so only a
#   note. A risk that has a date for its next assessment is held against that. The day on which a risk was identified
#   is no date of an assessment.
# custom:
#   scope: repository
#   clause: "8.2"
#   activities: ["8.2-a"]
#   checks: ["8.2-2", R-RSK-6]
#   kind: freshness
#   strength: shall
#   source: "27003"
#   level: warning
#   level_no_interval: note
#   certainty: decides
#   small_organization: keep
#   needs: ["risks?"]
#   fold:
#     when: most
#     message: "{register}: {n} of {m} risks are past the date of their next assessment"
#     field: next_assessment
#   remedy: >-
#     Assess the risks again and record the date, or state the interval that was planned under `intervals` in
#     isms.yaml.
package ismslint.rules.risk_assessment_performed.assessment_overdue

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in ["assessed_on", "next_assessment"]
	some risk in _register.entries
	lib.filled(risk[field])
}

evidence contains lib.evidence(report, ".") if {
	some report in input.isms.types["report.risk-assessment"].items
	report.date <= input.isms.as_of
}

# The register as a whole, where no risk has a date of its own.
findings contains _by_plan(lib.finding(_register, "columns/assessed_on", message)) if {
	newest := max(_dates)
	not _next_planned
	lib.due({"value": {"until": newest}}, _interval) < input.isms.as_of
	message := sprintf("the last assessment of the risks on record was on %s, %s", [newest, lib.plan(_interval)])
}

findings contains lib.finding(risk, "next_assessment", message) if {
	some risk in _register.entries
	risk.next_assessment.value.until < input.isms.as_of
	lib.open(risk)
	not _since(risk)
	message := sprintf("%s was to be assessed again by %s", [risk.label, risk.next_assessment.raw])
}

findings contains lib.at_most(lib.finding(_register, "columns", message), "note") if {
	_register.state == "present"
	count(_register.entries) > 0
	count(_dates) == 0
	not _has_next
	message := sprintf("%s does not say when its risks were assessed", [_register.title])
}

# An assessment after the date that was planned, which was left standing.
_since(risk) if risk.assessed_on.value.until >= risk.next_assessment.value.until

_register := input.isms.registers.risks

_dates contains risk.assessed_on.value.until if {
	some risk in _register.entries
	risk.assessed_on.value.from <= input.isms.as_of
}

_dates contains report.date if {
	some report in input.isms.types["report.risk-assessment"].items
	report.date <= input.isms.as_of
}

# A register that was looked through as a whole says it once for all.
_dates contains _register.header.last_reviewed.value.until if {
	not lib.column(_register, "assessed_on")
	_register.header.last_reviewed.value.from <= input.isms.as_of
}

_has_next if {
	some risk in _register.entries
	lib.filled(risk.next_assessment)
}

_has_next if lib.filled(_register.header.next_review)

# The risks' own dates are the plan where isms.yaml states none.
_next_planned if {
	not _interval.stated
	_has_next
}

_interval := lib.interval("risk_assessment")

_by_plan(finding) := finding if _interval.stated

_by_plan(finding) := lib.by_default_interval(finding) if not _interval.stated
