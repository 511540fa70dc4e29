# METADATA
# title: Objectives are monitored as often as planned
# description: >-
#   The 2022 edition asks to monitor the objectives. Evidence are results of the objectives, in their register or in
#   the register of measurements. Where an objective says how often it is measured, its newest result is not older
#   than that.
# custom:
#   scope: repository
#   clause: "6.2"
#   activities: ["6.2-e"]
#   checks: ["6.2-4", R-OBJ-3]
#   kind: freshness
#   strength: shall
#   source: 27001:2022
#   level: warning
#   levels:
#     "2013": "off"
#   certainty: decides
#   small_organization: keep
#   needs: ["objectives?"]
#   remedy: >-
#     Record the newest result with its date, or state the frequency that you plan.
package ismslint.rules.objectives.monitored

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in ["result", "measured_on", "current"]
	some objective in _register.entries
	lib.filled(objective[field])
}

# Results of measures that serve an objective.
evidence contains lib.evidence(_measures, "columns/result") if {
	some objective in _register.entries
	count(_results(objective)) > 0
	not lib.filled(objective.measured_on)
}

evidence contains lib.indicated(lib.evidence(_measures, "columns/objective")) if {
	some measure in _measures.entries
	lib.filled(measure.objective)
}

findings contains lib.finding(objective, "measured_on", message) if {
	some objective in _register.entries
	lib.pursued(objective)
	lib.filled(objective.frequency)
	newest := max(_results(objective))
	isms.plus(newest, objective.frequency.value) < input.isms.as_of
	message := sprintf("%s: the last result is of %s, measured \"%s\"", [objective.label, newest, objective.frequency.raw])
}

_register := input.isms.registers.objectives

_measures := input.isms.registers.measurements

_results(objective) := ({date | some key in ["measured_on"]; date := objective[key].value.until} | _dates(objective.id)) | _dates(objective.metric.raw)

_dates(id) := object.get(_measured, id, set()) if id != ""

_dates("") := set()

_measured[id] contains measure.result_on.value.until if {
	some measure in _measures.entries
	some id in _names(measure)
	id != ""
}

_names(measure) := {measure.id, measure.objective.raw} | {ref.id | some ref in measure.refs.value}
