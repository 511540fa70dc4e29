# METADATA
# title: Measures have results as often as they are planned
# description: >-
#   The clause asks to keep the results, and the organisation itself says how often a measure is taken. The newest
#   result of each measure is compared with that, plus a fifth of it. Measures taken on an event, or by a tool day
#   by day, are left alone, and so is one whose frequency is not stated.
# custom:
#   scope: repository
#   clause: "9.1"
#   activities: ["9.1-g"]
#   checks: ["9.1-2", "R-MEAS-2"]
#   kind: freshness
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [measurements]
#   column_absent:
#     register: measurements
#     fields: [measure_when]
#     level: quiet
#   fold:
#     when: most
#     message: "{register}: {n} of {m} measures have no result as recent as planned"
#     field: measure_when
#   remedy: >-
#     Record the newest result with its date, or state the frequency that you plan.
package ismslint.rules.monitoring.results_in_time

import data.ismslint.lib

evidence contains lib.evidence_date(lib.evidence(_register, "columns/result"), max(dates)) if {
	dates := {date | some _, list in _dates; some date in list}
	count(dates) > 0
}

findings contains lib.finding(measure, "measure_when", message) if {
	some measure in _register.entries
	interval := measure.measure_when.value
	(interval.months * 30) + interval.days >= 7
	newest := max(_dates[_key(measure)])

	# Rows of one measure for several periods count once.
	measure.index == _first[_key(measure)]
	isms.plus(isms.plus(newest, interval), _grace(interval)) < input.isms.as_of
	message := sprintf("%s: the last result is of %s, measured \"%s\"", [measure.label, newest, measure.measure_when.raw])
}

_register := input.isms.registers.measurements

_grace(interval) := {"months": 0, "days": ceil(((interval.months * 30) + interval.days) / 5)}

_key(measure) := lower(measure.id) if measure.id != ""

_key(measure) := lower(measure.name.raw) if measure.id == ""

_dates[_key(measure)] contains result.date if {
	some measure in _register.entries
	some result in measure.results
	result.date != null
}

_first := {key: min(indexes) | some key, indexes in _rows}

_rows[_key(measure)] contains measure.index if some measure in _register.entries
