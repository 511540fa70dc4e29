# METADATA
# title: What was planned for awareness was delivered, moved or cancelled
# description: >-
#   A session or exercise whose planned date has passed ought to say that it was held, moved or cancelled. A month
#   or quarter counts until its last day.
# custom:
#   scope: repository
#   clause: "7.3"
#   activities: ["7.3-a"]
#   checks: ["7.3-3", "R-AW-3"]
#   kind: freshness
#   strength: should
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [awareness]
#   column_absent:
#     register: awareness
#     fields: [delivered_on, status, completed]
#     level: quiet
#   fold:
#     when: most
#     message: "{register}: no delivery is recorded for {n} of {m} items whose date has passed: {ids}"
#     field: planned_on
#   remedy: >-
#     Record the date on which it was held, a new date, or that it was cancelled.
package ismslint.rules.awareness.planned_delivered

import data.ismslint.lib

evidence contains lib.evidence(_awareness, "columns/delivered_on") if {
	some entry in _awareness.entries
	entry.delivered_on.value.from <= input.isms.as_of
}

findings contains lib.finding(entry, "planned_on", sprintf("%s was planned for %s, and no delivery is recorded", [entry.label, entry.planned_on.raw])) if {
	some entry in _awareness.entries
	entry.planned_on.value.until < input.isms.as_of
	lib.open(entry)
	every field in ["delivered_on", "completed", "result", "verified_on"] {
		lib.blank(entry[field])
	}
}

_awareness := input.isms.registers.awareness
