# METADATA
# title: A result beyond its threshold leads to something
# description: >-
#   The clause asks to judge the performance and the effectiveness of the management system. A number beyond the
#   threshold that the organisation set, or beyond its target where there is no threshold, has a comment, a
#   conclusion, an action or a nonconformity. Compared are only numbers with the same unit whose direction, at
#   least or at most, is written.
# custom:
#   scope: repository
#   clause: "9.1"
#   activities: ["9.1-h"]
#   checks: ["9.1-3", "R-MEAS-3"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [measurements]
#   remedy: >-
#     Write down what was concluded from the result and what is done about it.
package ismslint.rules.monitoring.missed_threshold_followed

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in ["evaluated_on", "evaluated_by", "conclusion", "trend", "status"]
	some measure in _register.entries
	lib.filled(measure[field])
}

findings contains lib.finding(missed[0], ".", message) if {
	some measure in _register.entries
	not _commented(measure)
	missed := [result | some result in array.reverse(measure.results); result.beyond == true; not result.said]
	count(missed) > 0
	message := sprintf("%s: %s%s is beyond %s; no comment, action or nonconformity is recorded", [measure.label, missed[0].raw, _on(missed[0]), _limit(measure)])
}

_register := input.isms.registers.measurements

_commented(measure) if {
	some field in ["conclusion", "trend", "action", "status", "comment"]
	lib.filled(measure[field])
}

_commented(measure) if _cited[measure.id]

_cited contains id if {
	some kind in ["nonconformities", "improvements"]
	some entry in input.isms.registers[kind].entries
	some id, _ in entry.mentions
}

_on(result) := sprintf(" on %s", [result.date]) if result.date != null

_on(result) := "" if is_null(result.date)

_limit(measure) := sprintf("the threshold \"%s\"", [measure.threshold.raw]) if lib.filled(measure.threshold)

_limit(measure) := sprintf("the target \"%s\"", [measure.target.raw]) if not lib.filled(measure.threshold)
