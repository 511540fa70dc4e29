# METADATA
# title: Each risk says which of confidentiality, integrity and availability is at stake
# description: >-
#   The clause asks to identify risks to the confidentiality, integrity and availability of information. Where the
#   register has a column for them, it is good practice to fill it: it is the quickest way to see that a risk is one
#   to information and what a control would protect. A risk whose own words name the property says it, too.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-d"]
#   checks: ["6.1.2-6"]
#   kind: field
#   strength: should
#   source: practice
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [risks]
#   column_absent:
#     register: risks
#     fields: [affects]
#     level: quiet
#   fold:
#     when: always
#     field: affects
#     message: "which of confidentiality, integrity and availability is at stake is not said for {n} of {m} risks: {ids}"
#   remedy: Fill the column, one letter is enough.
package ismslint.rules.risk_assessment.affected_property_stated

import data.ismslint.lib

evidence contains lib.evidence(_risks, "columns/affects") if {
	some risk in _risks.entries
	risk.affects.raw != ""
}

findings contains lib.finding(risk, "affects", sprintf("%s does not say what is affected", [risk.label])) if {
	some risk in _risks.entries
	lib.open(risk)
	not lib.filled(risk.affects)
	not _in_prose(risk)
}

# A risk with a heading of its own has lines, no cells: none is no empty cell.
_in_prose(risk) if {
	endswith(risk._path, ".md")
	not risk._pos.affects
}

_risks := input.isms.registers.risks
