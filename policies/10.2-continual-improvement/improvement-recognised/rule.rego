# METADATA
# title: Something was improved, or decided to be, within two review intervals
# description: >-
#   The clause asks to keep improving how suitable, adequate and effective the management system is. No file proves
#   that it gets better. What can be shown are dated traces: improvements done or decided, corrective actions, decisions
#   of a management review, finished treatments. The newest of them is compared with twice the interval of the
#   management review. Where reviews are all there is, their own rule speaks; where nothing is dated, this one is silent.
# custom:
#   scope: repository
#   clause: "10.2"
#   activities: ["10.2-a", "4.4-c", "5.1-g"]
#   checks: ["10.2-1", "R-IMP-1"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: ["improvements?", "nonconformities?", "reviews?", "treatments?"]
#   remedy: >-
#     Record what was improved lately, or what the last review decided to improve, with its date. A line in the
#     minutes is enough.
package ismslint.rules.continual_improvement.improvement_recognised

import data.ismslint.lib

# One place for each kind of trace: the newest.
evidence contains lib.concerning(lib.evidence_date(lib.evidence(entry, field), date), activities) if {
	some kind, activities in _serves
	[date, index, field] := max(_traces[kind])
	date >= _since
	entry := _registers[kind].entries[index]
}

# How improvements come about, in words. A commitment alone is no trace.
evidence contains lib.concerning(lib.indicated(lib.evidence(place, ".")), ["10.2-a"]) if {
	place := [at | some type in _described; at := input.isms.types[type].cues["improvement-process"]][0]
}

# What was improved may stand elsewhere.
findings contains lib.indicated(lib.finding(_registers[_last[1]], ".", message)) if {
	_traced
	_last[0] < _since
	not input.isms.organization.started_on > _since
	message := sprintf(
		"the last improvement, corrective action, decision of a review or finished treatment on record is of %s, %s",
		[_last[0], _ago],
	)
}

_registers := input.isms.registers

# Management promotes improvement where it decides on it.
_serves := {
	"improvements": ["10.2-a", "4.4-c"],
	"nonconformities": ["10.2-a", "4.4-c"],
	"treatments": ["10.2-a", "4.4-c"],
	"reviews": ["10.2-a", "4.4-c", "5.1-g"],
}

_described := ["improvements", "procedure.capa", "isms-manual"]

# The fields that date a trace.
_dated := {
	"improvements": ["raised_on", "done_on", "result_on"],
	"nonconformities": ["done_on", "effectiveness_on"],
	"treatments": ["done_on"],
	"reviews": ["date"],
}

_traces[kind] contains [entry[field].value.until, entry.index, field] if {
	some kind, fields in _dated
	some entry in _registers[kind].entries
	_counts(kind, entry)
	some field in fields
	entry[field].value.from <= input.isms.as_of
}

# An idea that nobody decided on improved nothing yet.
_counts("improvements", entry) if {
	some field in ["decision", "done_on", "result", "action", "owner"]
	lib.filled(entry[field])
}

_counts("nonconformities", entry) if lib.filled(entry.corrective_action)

_counts("treatments", entry) if not entry.option.value in {"retain", "avoid"}

_counts("reviews", entry) if lib.filled(entry.decisions)

_counts("reviews", entry) if count(entry.decision_list) > 0

_last := max({[max(traces)[0], kind] | some kind, traces in _traces})

_traced if {
	some kind in ["improvements", "nonconformities", "treatments"]
	count(_traces[kind]) > 0
}

_interval := lib.interval("management_review")

_since := isms.plus(input.isms.as_of, {"months": -2 * _interval.months, "days": -2 * _interval.days})

_ago := sprintf("and management reviews are planned every %s", [input.isms.organization.intervals.management_review.raw]) if _interval.stated

_ago := "more than two years ago" if not _interval.stated
