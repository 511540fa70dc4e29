# METADATA
# title: Dates are days that there are
# description: >-
#   30 February and 31 April are slips of the pen, and nobody can say afterwards what was meant. Dates written as year, month
#   and day are looked at in documents and registers that count; what stands in code, in a path or in a longer number is no date.
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
#     Write the day that was meant.
package ismslint.rules.control_of_documents.days_exist

import data.ismslint.lib

findings contains lib.finding(slip, ".", sprintf("%s is a day that no calendar has", [slip.label])) if {
	some slip in input.isms.slips.dates
}

evidence contains lib.evidence(register, ".") if {
	count(input.isms.slips.dates) == 0
	some register in input.isms.registers
	register.state == "present"
}
