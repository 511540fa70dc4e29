# METADATA
# title: A row of totals is the sum of the rows above it
# description: >-
#   Totals are what people read and report. Where the last row of a table calls itself the total and the numbers above it add
#   up to something else, a row was changed and the total was not. Only whole columns of plain numbers are added up; averages,
#   per cent, totals in between and totals that are the mean or the largest value are left alone.
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
#     Correct the total, or the row that is wrong.
package ismslint.rules.control_of_documents.totals_add_up

import data.ismslint.lib

findings contains lib.finding(slip, ".", sprintf("the total of %q is %v; the rows above add up to %v", [slip.label, slip.said, slip.counted])) if {
	some slip in input.isms.slips.totals
}

evidence contains lib.evidence(register, ".") if {
	count(input.isms.slips.totals) == 0
	some register in input.isms.registers
	register.state == "present"
}
