# METADATA
# title: A nonconformity shows how it was corrected
# description: >-
#   The clause asks to react to a nonconformity: to control and correct it and to deal with its consequences.
#   Where the register has a column for the correction, it is filled for each entry that is past being raised.
#   Consequences are dealt with as far as there are any, so an empty cell for them says nothing.
# custom:
#   scope: repository
#   clause: "10.1"
#   activities: ["10.1-a", "10.1-b"]
#   checks: ["10.1-2"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [nonconformities]
#   column_absent:
#     register: nonconformities
#     fields: [correction, correction_on]
#     level: note
#     message: "{register} has no column for what was done at once to correct the nonconformity"
#   fold:
#     when: most
#     message: "{register}: {n} of {m} entries show no correction: {ids}"
#     field: correction
#   remedy: >-
#     Write down what was done at once to bring the matter under control, or that there was nothing to correct.
package ismslint.rules.nonconformity.correction_recorded

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_register, concat("/", ["columns", field])), [activity]) if {
	some [field, activity] in [["correction", "10.1-a"], ["correction_on", "10.1-a"], ["consequences", "10.1-b"]]
	some entry in lib.nonconformities
	lib.filled(entry[field])
}

findings contains lib.concerning(lib.finding(entry, "correction", message), ["10.1-a"]) if {
	some entry in lib.nonconformities
	_past(entry)
	lib.blank(entry.correction)
	lib.blank(entry.correction_on)
	message := sprintf("%s is \"%s\"; no correction is recorded", [entry.label, entry.status.raw])
}

_register := input.isms.registers.nonconformities

# An entry that was raised a month ago is no news any more.
_past(entry) if {
	entry.status.value in {"in-progress", "done", "closed"}
	not _new(entry)
}

_new(entry) if entry.raised_on.value.age < 30
