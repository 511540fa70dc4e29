# METADATA
# title: Ids that the text cites are there
# description: >-
#   A policy that rests on a risk, a change or another document by its id sends the reader there. An id that is written as those
#   of a register or of the documents, and stands in no register, table, heading or file, leads nowhere: it is a slip of the pen, or
#   the entry is gone. A series of which many ids are missing is kept elsewhere and left alone, as are records of one day.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-a"]
#   checks: []
#   kind: xref
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Correct the id, or take the sentence out if what it cites is gone.
package ismslint.rules.control_of_documents.cited_ids_known

import data.ismslint.lib

findings contains lib.finding(slip, ".", sprintf("%s is cited here, which %s", [slip.label, _where(slip)])) if {
	some slip in _unknown
}

evidence contains lib.evidence(register, "columns/id") if {
	count(_unknown) == 0
	some register in input.isms.registers
	count(register.row) > 0
}

_where(slip) := sprintf("%s does not have", [slip.title]) if slip.title != ""

_where(slip) := "no document has" if slip.title == ""

_unknown := [slip | some slip in input.isms.slips.unknown; slip.field != "title"]
