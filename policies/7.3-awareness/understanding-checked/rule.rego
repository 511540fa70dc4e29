# METADATA
# title: What people understood is checked
# description: >-
#   The guidance recommends to check knowledge at the end of a session and in between. Where the register has a
#   column for it, sessions that were held say how understanding was checked.
# custom:
#   scope: repository
#   clause: "7.3"
#   activities: ["7.3-b"]
#   checks: ["7.3-4", "R-AW-4"]
#   kind: field
#   strength: should
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: "off"
#   needs: [awareness]
#   column_absent:
#     register: awareness
#     fields: [verification_method, verified_on, result]
#     level: quiet
#   fold:
#     when: always
#     message: "{register}: no check of understanding is recorded for {ids}"
#     field: verification_method
#   remedy: >-
#     Enter how understanding was checked: questions at the end, a quiz, an exercise, talks.
package ismslint.rules.awareness.understanding_checked

import data.ismslint.lib

evidence contains lib.evidence(_awareness, concat("/", ["columns", field])) if {
	some field in _fields
	some entry in _awareness.entries
	lib.filled(entry[field])
}

findings contains lib.finding(entry, "verification_method", sprintf("%s: no check of understanding is recorded", [entry.label])) if {
	some entry in _awareness.entries
	entry.delivered_on.value.from <= input.isms.as_of
	every field in _fields {
		lib.blank(entry[field])
	}
}

_awareness := input.isms.registers.awareness

_fields := ["verification_method", "verified_on", "result"]
