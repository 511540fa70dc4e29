# METADATA
# title: Risks are assessed by criteria that were in force on that day
# description: >-
#   The clause asks to assess by the criteria that were set before. Where the criteria have a version and a day of
#   approval, and a risk says by which version it was assessed and when, the assessment is not of an earlier day than
#   the version. Risks that cite an earlier version are left to the rule on comparable results.
# custom:
#   scope: repository
#   clause: "8.2"
#   activities: ["8.2-c"]
#   checks: ["8.2-4"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [risks, risk_criteria]
#   column_absent:
#     register: risks
#     fields: [criteria_version]
#     level: quiet
#   remedy: >-
#     Correct the version or the date, or assess these risks again.
package ismslint.rules.risk_assessment_performed.criteria_in_force_when_assessed

import data.ismslint.lib

evidence contains lib.evidence(_risks, "columns/criteria_version") if {
	some risk in _risks.entries
	lib.filled(risk.criteria_version)
}

findings contains lib.with_related(lib.finding(_early[0], "criteria_version", message), [_where]) if {
	count(_early) > 0
	message := sprintf("assessed by version %s of the risk criteria before it was in force (%s): %s", [_version, _since, lib.ids(_early)])
}

_risks := input.isms.registers.risks

_criteria := input.isms.registers.risk_criteria

_version := input.isms.criteria.version

_since := [_criteria.header[field].value.from | some field in ["approved_on", "date"]; lib.filled(_criteria.header[field])][0]

_early := [risk |
	_version != ""
	some risk in _risks.entries
	risk.criteria_version.raw == _version
	risk.assessed_on.value.until < _since
]

_where := lib.place(input.isms.criteria, ".", sprintf("version %s is in force since %s", [_version, _since]))
