# METADATA
# title: The number of entries that a document states is the number that there is
# description: >-
#   A register that says in words or in its head how many entries it has, and has others, was changed in one place only. Compared
#   are numbers in the document of the register itself that stand with nothing but the name of its entries; "12 risks above
#   acceptance" is about some of them and is left alone, as are registers in several files and those with an id twice.
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
#     Correct the number, or add the entry that is missing.
package ismslint.rules.control_of_documents.counts_agree

import data.ismslint.lib

findings contains lib.with_related(
	lib.finding(slip, ".", sprintf("%d is given for %q; %s has %d", [slip.said, slip.label, slip.title, slip.counted])),
	[lib.place(slip.other, ".", "the register")],
) if {
	some slip in input.isms.slips.counts
	not _reported_as_missing(slip)
}

evidence contains lib.evidence(register, ".") if {
	count(input.isms.slips.counts) == 0
	some register in input.isms.registers
	register.state == "present"
}

# Controls that the Statement of Applicability lacks are reported as such.
_reported_as_missing(slip) if {
	slip._subject == "register/soa"
	slip.field == ""
	slip.counted < slip.said
	soa := input.isms.registers.soa
	some id, _ in data.catalogue.controls[soa.edition]
	not soa.row[id]
}
