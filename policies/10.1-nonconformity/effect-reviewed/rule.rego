# METADATA
# title: A corrective action is closed once its effect was reviewed
# description: >-
#   The clause asks to review whether a corrective action worked and to keep evidence of its results. Looked for
#   in closed entries with a corrective action is the result of that review, not dated before the action was done.
#   Entries that were only corrected, with the reason, are left alone, and so are those whose status itself says
#   that the effect was verified.
# custom:
#   scope: repository
#   clause: "10.1"
#   activities: ["10.1-e", "10.1-i"]
#   checks: ["10.1-5", "R-NC-2"]
#   kind: sequence
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [nonconformities]
#   column_absent:
#     register: nonconformities
#     fields: [effectiveness, effectiveness_text, effectiveness_on, effectiveness_by]
#     level: warning
#     message: "{register} has no column for whether corrective actions worked"
#   fold:
#     when: most
#     message: "{register}: {n} of {m} entries are closed without a review of the effect after the action: {ids}"
#     field: effectiveness
#   remedy: >-
#     Look some weeks after the action whether it worked, and record the date and the result, or open the entry
#     again.
package ismslint.rules.nonconformity.effect_reviewed

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in ["effectiveness", "effectiveness_text", "effectiveness_on"]
	some entry in lib.nonconformities
	lib.filled(entry[field])
}

findings contains lib.finding(entry, "effectiveness", sprintf("%s is closed; the effect of its corrective action is not reviewed", [entry.label])) if {
	some entry in lib.nonconformities
	_ended(entry)
	every field in _fields {
		_says_nothing(entry[field])
	}
}

findings contains lib.finding(entry, "effectiveness_on", message) if {
	some entry in lib.nonconformities
	_ended(entry)
	entry.effectiveness_on.value.until < entry.done_on.value.from
	message := sprintf("%s is closed; its effect was reviewed on %s, before the action of %s", [entry.label, entry.effectiveness_on.raw, entry.done_on.raw])
}

_register := input.isms.registers.nonconformities

_fields := ["effectiveness", "effectiveness_text", "effectiveness_on", "effectiveness_by"]

_ended(entry) if {
	lib.closed(entry)
	_acted(entry)
	not lib.corrected_only(entry)
	not _verified(entry)
}

_acted(entry) if lib.filled(entry.corrective_action)

_acted(entry) if lib.filled(entry.done_on)

_verified(entry) if {
	some word in ["verif", "effective", "wirksam"]
	contains(lower(entry.status.raw), word)
}

_says_nothing(field) if lib.blank(field)

_says_nothing(field) if lower(field.raw) in {"pending", "open", "planned", "not yet", "to be verified", "ausstehend", "offen", "geplant", "noch offen"}
