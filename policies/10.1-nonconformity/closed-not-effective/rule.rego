# METADATA
# title: An action that did not work leads to a further one
# description: >-
#   The clause asks to review whether a corrective action worked. An entry whose own result says that it did not,
#   and that is closed all the same without another entry that takes it up, contradicts itself.
# custom:
#   scope: repository
#   clause: "10.1"
#   activities: ["10.1-e"]
#   checks: ["R-NC-8"]
#   kind: consistency
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [nonconformities]
#   column_absent:
#     register: nonconformities
#     fields: [effectiveness]
#     level: quiet
#   remedy: >-
#     Open the entry again, or name it in the entry that takes the matter up.
package ismslint.rules.nonconformity.closed_not_effective

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/effectiveness") if {
	some entry in lib.nonconformities
	entry.effectiveness.value == "effective"
}

findings contains lib.with_related(
	lib.finding(entry, "status", sprintf("%s is closed although its action is recorded as \"%s\"", [entry.label, entry.effectiveness.raw])),
	[lib.place(entry, "effectiveness", "the result of the review")],
) if {
	some entry in lib.nonconformities
	lib.closed(entry)
	entry.effectiveness.value == "not-effective"
	not _cited[entry.id]
	every id, _ in entry.mentions {
		not _register.row[id]
	}
}

_register := input.isms.registers.nonconformities

_cited contains id if {
	some kind in ["nonconformities", "improvements", "changes"]
	some other in input.isms.registers[kind].entries
	some id, _ in other.mentions
}
