# METADATA
# title: Results of monitoring and measurement are on record
# description: >-
#   The clause asks to keep evidence of the results of monitoring and measurement. Looked for is at least one
#   measured value with a date or a period: in a register, in columns headed by a month or quarter, in a report. A
#   list of measures without values is a plan. Values that stay in a live dashboard are no record until somebody
#   writes them down.
# custom:
#   scope: repository
#   clause: "9.1"
#   activities: ["9.1-g", "7.5.1-a"]
#   checks: ["9.1-7", "R-DOC-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["measurements?"]
#   remedy: >-
#     Write down the newest value of each measure with its date, or say in isms.yaml under `outside` where the
#     results are kept.
package ismslint.rules.monitoring.results_recorded

import data.ismslint.lib

evidence contains lib.evidence_date(lib.evidence(newest[1], "."), newest[0]) if {
	dated := [[result.date, result] |
		some measure in _register.entries
		some result in measure.results
		result.date != null
		result.date <= input.isms.as_of
	]
	newest := dated[_last([pair[0] | some pair in dated])]
}

# Values of which only the document has a date.
evidence contains lib.indicated(lib.evidence(_register, "columns/result")) if {
	count(_dated) == 0
	count(_undated) > 0
}

evidence contains lib.indicated(lib.evidence(item, ".")) if some item in _reports.items

# A measure may be new.
findings contains lib.at_most(lib.absence(_place, "measurements", _message), "note") if {
	count(_values) == 0
	_only_ahead
}

findings contains lib.absence(_place, "measurements", _message) if {
	count(_values) == 0
	not _only_ahead
	not _pointed
}

_register := input.isms.registers.measurements

_type := input.isms.types.measurements

_reports := input.isms.types["report.kpi"]

_dated contains measure.index if {
	some measure in _register.entries
	some result in measure.results
	result.date != null
	result.date <= input.isms.as_of
}

_undated contains measure.index if {
	some measure in _register.entries
	some result in measure.results
	is_null(result.date)
}

_values := (_dated | _undated) | {item._path | some item in _reports.items}

_last(dates) := max([i | some i, date in dates; date == max(dates)])

_only_ahead if {
	count(_register.entries) > 0
	every measure in _register.entries {
		measure.result_on.value.from > input.isms.as_of
	}
}

_pointed if {
	some kind in [_type, _reports]
	some address in array.concat(kind.items, kind.others)
	address.points != ""
}

_message := concat("; ", [text | some text in [_looked, _seen]; text != ""])

_looked := "no results of monitoring and measurement were recognised: no dated values, no columns by period, no report"

_seen := sprintf("%s lists measures without results", [_register._path]) if {
	count(_register.entries) > 0
} else := sprintf("%s speaks of measures and was not recognised to give values", [item._path]) if {
	item := _type.items[0]
} else := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _type.others[0]
} else := sprintf("%s may be the register: %s", [possible._path, possible.why]) if {
	possible := _register.possible[0]
} else := ""

_place := _register if {
	count(_register.entries) > 0
} else := object.union(_type.items[0], {"_subject": _register._subject}) if {
	not input.isms.declared
	count(_type.items) > 0
} else := _register
