# METADATA
# title: A new method of measuring is a new series
# description: >-
#   Results are to be comparable. A pull request that changes how a measure is taken, and goes on with it under the
#   same id, puts numbers side by side that measure different things.
# custom:
#   scope: repository
#   clause: "9.1"
#   activities: ["9.1-b"]
#   checks: ["9.1-5", "R-MEAS-5"]
#   kind: diff
#   strength: should
#   source: "practice"
#   level: note
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Give the new measure an id of its own, or mark in the remark from when the numbers are of the new method.
package ismslint.rules.change.measure_method_changed

import data.ismslint.lib

evidence contains lib.evidence(change.after, "method") if {
	some change in _changed
	_marked(change)
}

findings contains lib.finding(change, field, message) if {
	some change in _changed
	not _marked(change)
	field := [name | some name in ["method", "formula"]; change.fields[name]][0]
	message := sprintf("the %s of %s changed; the series goes on under the same id", [field, change.label])
}

_changed contains change if {
	some change in lib.changed_entry("measurements")
	some field in ["method", "formula"]
	change.fields[field]
	lib.filled(change.before[field])
	lib.filled(change.after[field])
	count(change.before.results) > 0
}

_marked(change) if lib.any_field(change, ["comment", "name", "other"])
