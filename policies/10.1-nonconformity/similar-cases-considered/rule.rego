# METADATA
# title: Closed nonconformities say whether the same occurs elsewhere
# description: >-
#   The clause asks to find out whether similar nonconformities exist or could occur. Where the register has a
#   column for that, closed entries fill it. Those that do not are listed in one note.
# custom:
#   scope: repository
#   clause: "10.1"
#   activities: ["10.1-c"]
#   checks: ["10.1-10", "R-NC-4"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [nonconformities]
#   column_absent:
#     register: nonconformities
#     fields: [similar]
#     level: note
#     message: "{register} has no column for whether the same occurs elsewhere"
#   remedy: >-
#     Write down where else it was looked and what was found there.
package ismslint.rules.nonconformity.similar_cases_considered

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/similar") if {
	some entry in lib.nonconformities
	lib.filled(entry.similar)
}

findings contains lib.with_related(lib.finding(_without[0], "similar", message), places) if {
	count(_without) > 0
	message := sprintf("closed without a word on similar cases: %s", [lib.ids(_without)])
	places := [lib.place(entry, "similar", "nor here") | some i, entry in _without; i > 0]
}

_register := input.isms.registers.nonconformities

_without := lib.entry_order({entry |
	some entry in lib.nonconformities
	lib.closed(entry)
	lib.blank(entry.similar)
})
