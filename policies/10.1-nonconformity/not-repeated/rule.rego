# METADATA
# title: The same nonconformity does not come back
# description: >-
#   Audit practice reads a second nonconformity with the same requirement and the same cause within two years as a
#   sign that the first action did not work. Compared are the words of both cells, and only where both are filled.
#   Entries of one day and entries that name each other are one matter.
# custom:
#   scope: repository
#   clause: "10.1"
#   activities: ["10.1-e"]
#   checks: ["10.1-7", "R-NC-5"]
#   kind: coverage
#   strength: should
#   source: practice
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   needs: [nonconformities]
#   column_absent:
#     register: nonconformities
#     fields: [cause]
#     level: quiet
#   remedy: >-
#     Ask why the first action did not hold, and name the earlier entry in the later one.
package ismslint.rules.nonconformity.not_repeated

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/cause") if {
	some _, indexes in _alike
	count(indexes) == 1
}

findings contains lib.with_related(
	lib.finding(later, "requirement", sprintf("%s repeats the requirement and the cause of %s", [later.label, earlier.label])),
	[lib.place(earlier, "requirement", "the earlier one")],
) if {
	some _, indexes in _alike
	rows := sort([[_register.entries[i].raised_on.value.from, i] | some i in indexes; lib.filled(_register.entries[i].raised_on)])
	some at, row in rows
	at > 0
	earlier := _register.entries[rows[at - 1][1]]
	later := _register.entries[row[1]]
	earlier.raised_on.value.from < later.raised_on.value.from
	isms.plus(earlier.raised_on.value.until, {"months": 24, "days": 0}) >= later.raised_on.value.from
	not later.mentions[earlier.id]
	not earlier.mentions[later.id]
}

_register := input.isms.registers.nonconformities

_alike[key] contains entry.index if {
	some entry in lib.nonconformities
	lib.filled(entry.requirement)
	lib.filled(entry.cause)
	cause := lower(entry.cause.raw)
	not cause in {"human error", "menschlicher fehler", "lack of awareness", "lack of training", "unknown", "unbekannt", "process", "people", "technical"}
	key := [lower(entry.requirement.raw), cause]
}
