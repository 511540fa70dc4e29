# METADATA
# title: The risks cover confidentiality, integrity and availability
# description: >-
#   The clause asks to identify risks to the confidentiality, the integrity and the availability of information.
#   Where the register says for each risk which of them is at stake, one that no risk concerns may have been left
#   out of the search. That is good practice to look at, no hole in the record.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-d"]
#   checks: ["R-RSK-8"]
#   kind: coverage
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
#   remedy: Look for risks to this property, or note in the report of the assessment that you found none.
package ismslint.rules.risk_assessment.all_properties_used

import data.ismslint.lib

evidence contains lib.evidence(_risks, "columns/affects") if {
	count(_read) > 0
	count(_unused) == 0
}

# A few risks need not concern all of them, and a column that was not read says nothing.
findings contains lib.finding(_risks, "columns/affects", _message) if {
	count(_risks.entries) >= 5
	count(_read) == count(_risks.entries)
	count(_unused) > 0
}

_risks := input.isms.registers.risks

_read := [risk | some risk in _risks.entries; lib.filled(risk.affects)]

_unused := [property |
	some property in ["confidentiality", "integrity", "availability"]
	count([risk | some risk in _read; risk.affects.value[property]]) == 0
]

_message := sprintf("no risk of the register concerns %s", [concat(" or ", _unused)])
