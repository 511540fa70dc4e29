# METADATA
# title: Results of the risk assessment are on record
# description: >-
#   The clause asks to keep the results of the risk assessments. Looked for are risks with a level, a score, or
#   likelihood and consequence, and reports on an assessment. Rows that name a risk and rate nothing are a list, not
#   a result. A register that is empty beside a report is left to another rule.
# custom:
#   scope: repository
#   clause: "8.2"
#   activities: ["8.2-d", "6.1.2-d", "7.5.1-a"]
#   checks: ["8.2-1", R-DOC-1]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["risks?"]
#   remedy: >-
#     Rate the risks and keep the result, or say in isms.yaml under `outside` where the register or the report is
#     kept.
package ismslint.rules.risk_assessment_performed.results_recorded

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	_register.decided
	field := [field | some field in _rated; some risk in _register.entries; lib.filled(risk[field])][0]
}

evidence contains lib.evidence(_register, "columns/likelihood") if {
	_register.decided
	some risk in _register.entries
	_by_parts(risk)
}

evidence contains lib.evidence(item, ".") if some item in _reports.items

# A first assessment that is planned shows the process without a record yet.
evidence contains lib.indicated(lib.evidence(_planned, "next_assessment")) if not _assessed

findings contains lib.at_most(lib.finding(_planned, "next_assessment", message), "note") if {
	not _assessed
	count(_reports.items) == 0
	message := sprintf("the first assessment is planned for %s; no result is on record yet", [_planned.next_assessment.raw])
}

findings contains lib.absence(_place, "risks", concat("; ", [text | some text in [_looked, _seen]; text != ""])) if {
	not _assessed
	not _planned
	count(_reports.items) == 0
}

_register := input.isms.registers.risks

_reports := input.isms.types["report.risk-assessment"]

_rated := ["level", "score", "inherent_level", "inherent_score", "residual_level", "residual_score"]

_assessed if {
	some risk in _register.entries
	some field in _rated
	lib.filled(risk[field])
}

_assessed if {
	some risk in _register.entries
	_by_parts(risk)
}

_by_parts(risk) if {
	lib.filled(risk.likelihood)
	lib.filled(risk.consequence)
}

_by_parts(risk) if {
	lib.filled(risk.inherent_likelihood)
	lib.filled(risk.inherent_consequence)
}

_planned := _register.entries[first[1]] if {
	first := min([[risk.next_assessment.value.from, risk.index] |
		some risk in _register.entries
		risk.next_assessment.value.from > input.isms.as_of
	])
}

# The register where there is one; where nothing is declared, the methodology is where a reader looks next.
_place := _register if {
	count(_register.entries) > 0
} else := object.union(method, {"_subject": _register._subject}) if {
	not input.isms.declared
	method := input.isms.types["methodology.risk"].items[0]
} else := object.union(input.isms.types.risks, {"_subject": _register._subject})

_looked := "no results of a risk assessment were recognised: no risk with a level or with likelihood and consequence, no report"

_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _reports.others[0]
} else := sprintf("%s may be the register: %s", [possible._path, possible.why]) if {
	possible := _register.possible[0]
} else := ""
