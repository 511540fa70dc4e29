# METADATA
# title: The rows of a table have as many cells as its header
# description: >-
#   A row with a cell too many loses what stands in it, since it is not shown, and from a missing cell on the others stand
#   under the wrong header. The first such row of each table is reported. Rows of one cell, which are headings
#   inside a table, blank cells too many, and tables written so throughout are left alone.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-b"]
#   checks: []
#   kind: metadata
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Add the missing cell, or write a stroke inside a cell as \|.
package ismslint.rules.control_of_documents.rows_whole

import data.ismslint.lib

findings contains lib.finding(slip, ".", sprintf("%s has %d cells, the header of its table %d%s", [_name(slip), slip.said, slip.counted, _more(slip)])) if {
	some slip in input.isms.slips.ragged
}

evidence contains lib.evidence(register, ".") if {
	count(input.isms.slips.ragged) == 0
	some register in input.isms.registers
	register.state == "present"
}

_name(slip) := sprintf("the row %q", [slip.label]) if slip.label != ""

_name(slip) := sprintf("a row under %q", [slip.title]) if slip.label == ""

_more(slip) := "" if slip.rows == 1

_more(slip) := "; another row does not fit either" if slip.rows == 2

_more(slip) := sprintf("; %d more rows do not fit either", [slip.rows - 1]) if slip.rows > 2
