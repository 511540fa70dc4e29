# METADATA
# title: Those who work under the ISMS are made aware
# description: >-
#   The clause asks that people know the policy, what they contribute, and what follows from not keeping to the
#   rules. Looked for is a programme or plan of awareness, a training for all, onboarding material, phishing
#   exercises, or a register of what was given. Whether people know what they were told, no document shows.
# custom:
#   scope: repository
#   clause: "7.3"
#   activities: ["7.3-a", "7.3-b", "7.3-c"]
#   checks: ["7.3-5"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   level_determined: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["awareness?"]
#   remedy: >-
#     Write down what people are told about the policy, their own part and the consequences, when and to whom, or
#     say in isms.yaml under `outside` where it is.
package ismslint.rules.awareness.awareness_recognised

import data.ismslint.lib

evidence contains lib.evidence_date(lib.evidence(_awareness, concat("/", ["columns", field])), _newest) if {
	_awareness.decided
	field := [field | some field in ["delivered_on", "planned_on", "interval", "topic", "messages"]; _used[field]][0]
}

evidence contains lib.indicated(lib.evidence(item, ".")) if {
	some type in ["awareness", "training"]
	some item in input.isms.types[type].items
	not _read[item._path]
}

findings contains lib.indicated(lib.absence(_at, lib.item(["awareness", "training"]), _message)) if {
	count(_awareness.entries) == 0
	count(input.isms.types.awareness.items) == 0
	count(input.isms.types.training.items) == 0
}

_awareness := input.isms.registers.awareness

_used contains field if {
	some field in ["delivered_on", "planned_on", "interval", "topic", "messages"]
	some entry in _awareness.entries
	lib.filled(entry[field])
}

_newest := max(array.concat([""], [entry.delivered_on.value.until |
	some entry in _awareness.entries
	entry.delivered_on.value.from <= input.isms.as_of
]))

_read contains entry._path if some entry in _awareness.entries

# What is absent is the same thing wherever the finding stands.
_at := object.union(input.isms.anchor, {"_subject": _awareness._subject})

_message := concat("; ", [text | some text in [_looked, _seen]; text != ""])

_looked := "nothing was recognised on awareness, neither a programme or training nor a record of what people were told"

_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := input.isms.types.awareness.others[0]
} else := ""
