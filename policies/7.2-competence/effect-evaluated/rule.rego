# METADATA
# title: Whether an action on competence helped is evaluated
# description: >-
#   The clause asks to act where competence is missing and to judge whether the action worked. A training or other
#   action that was finished more than 90 days ago ought to say what it brought; a test or a score in the same
#   line does. General awareness training is the business of clause 7.3.
# custom:
#   scope: repository
#   clause: "7.2"
#   activities: ["7.2-c"]
#   checks: ["7.2-4", "R-COMP-5"]
#   kind: sequence
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: relax
#   needs: [competence]
#   fold:
#     when: most
#     message: "{register}: whether it helped is not recorded for {n} of {m} lines: {ids}"
#     field: effectiveness
#   remedy: >-
#     Record whether the training or other action brought the competence, and how that was seen.
package ismslint.rules.competence.effect_evaluated

import data.ismslint.lib

evidence contains lib.evidence(_competence, concat("/", ["columns", field])) if {
	some field in ["action", "effectiveness", "effectiveness_on", "result"]
	some entry in _competence.entries
	lib.filled(entry[field])
}

evidence contains lib.indicated(lib.evidence(item, ".")) if {
	some item in input.isms.types.competence.items
	item.date != null
	not _read[item._path]
}

findings contains _quieter(lib.finding(entry, "effectiveness", message)) if {
	some entry in _competence.entries
	_has_place
	_acted(entry)
	isms.plus(_done(entry), {"months": 0, "days": _time}) < input.isms.as_of
	not _judged(entry)
	message := sprintf("%s was done on %s, and nothing says whether it helped", [entry.label, _done(entry)])
}

# One note for a register that has actions and no place to say what they brought.
findings contains lib.at_most(lib.finding(_competence, "columns/action", message), "note") if {
	not _has_place
	some entry in _competence.entries
	_acted(entry)
	_done(entry) < input.isms.as_of
	message := sprintf("%s has no column for whether an action on competence helped", [_name])
}

_name := _competence.title if _competence.title != ""

_name := "the register of competence" if _competence.title == ""

_has_place if {
	some field in ["effectiveness", "effectiveness_on", "effectiveness_method", "result"]
	lib.column(_competence, field)
}

# The time in which an effect shows is the organisation's to set; three months are usual.
_time := 90

_competence := input.isms.registers.competence

_read contains entry._path if some entry in _competence.entries

# A register of certificates says what persons have; only a line on an action has an effect.
_acted(entry) if {
	some field in ["action", "gap"]
	lib.filled(entry[field])
	not _general(entry)
}

_done(entry) := entry.achieved_on.value.until

_judged(entry) if {
	some field in ["effectiveness", "effectiveness_on", "result"]
	not lib.blank(entry[field])
}

# A date to come on which it will be judged.
_judged(entry) if {
	entry.effectiveness_on.value.until >= input.isms.as_of
}

_general(entry) if {
	some word in ["awareness", "sensibilisierung", "onboarding"]
	contains(lower(entry.competence.raw), word)
}

_quieter(finding) := lib.at_most(finding, "note") if input.isms.organization.small

_quieter(finding) := finding if not input.isms.organization.small
