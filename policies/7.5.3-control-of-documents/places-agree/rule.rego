# METADATA
# title: A table that repeats an entry says the same as its register
# description: >-
#   Summaries, top tens and lists by owner repeat entries of a register. Where such a table gives another level, status, owner or date
#   than the register, one of them is out of date. An entry is found again by its id, with the same title; records of one day,
#   levels of another stage, titles that name no known role, and states that only differ in words are left alone.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-b"]
#   checks: []
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Correct the one that is out of date, or let the table point at the register.
package ismslint.rules.control_of_documents.places_agree

import data.ismslint.lib

findings contains lib.with_related(
	lib.finding(slip, ".", sprintf("%s: %s is %q here and %q in %s", [slip.label, _named(slip), slip.here, slip.there, slip.title])),
	[lib.place(slip.other, ".", "the register")],
) if {
	some slip in input.isms.slips.differing
}

evidence contains lib.evidence(register, ".") if {
	count(input.isms.slips.differing) == 0
	some register in input.isms.registers
	register.state == "present"
}

_named(slip) := replace(slip.field, "_", " ")
