# METADATA
# title: A closed nonconformity shows its cause
# description: >-
#   The clause asks to judge whether the cause of a nonconformity needs removing, by finding it. Looked for in
#   closed entries is a cause, or the reason why no corrective action was needed. Without it the same thing comes
#   back. Whether the cause is the root of the matter cannot be seen from here.
# custom:
#   scope: repository
#   clause: "10.1"
#   activities: ["10.1-c"]
#   checks: ["10.1-3", "R-NC-1"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [nonconformities]
#   column_absent:
#     register: nonconformities
#     fields: [cause, action_needed, action_reason]
#     level: warning
#     message: "{register} has no column for the cause of a nonconformity"
#   fold:
#     when: most
#     message: "{register}: {n} of {m} entries are closed without a cause: {ids}"
#     field: cause
#   remedy: >-
#     Write down why it happened, or why no corrective action was needed.
package ismslint.rules.nonconformity.cause_recorded

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in ["cause", "action_reason"]
	some entry in lib.nonconformities
	lib.filled(entry[field])
}

# That a major one says neither is a case of graded-in-proportion.
findings contains lib.finding(entry, "cause", sprintf("%s is \"%s\"; no cause is recorded", [entry.label, _status(entry)])) if {
	some entry in lib.nonconformities
	lib.closed(entry)
	not lib.corrected_only(entry)
	lib.blank(entry.cause)
	not lib.filled(entry.cause_method)
}

_register := input.isms.registers.nonconformities

_status(entry) := entry.status.raw if entry.status.raw != ""

_status(entry) := sprintf("closed on %s", [entry.closed_on.raw]) if entry.status.raw == ""
