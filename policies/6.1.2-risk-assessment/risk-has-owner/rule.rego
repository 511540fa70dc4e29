# METADATA
# title: Each open risk has an owner
# description: >-
#   The clause asks to name the owners of the risks: those who answer for a risk, approve its treatment and accept
#   what is left of it. Looked for is a person, role or team in the owner column of each open risk. A risk without
#   an owner is nobody's to treat and nobody's to accept.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-e"]
#   checks: ["6.1.2-7", "R-RSK-4"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [risks]
#   fold:
#     when: most
#     field: owner
#     message: "{n} of {m} risks have no owner: {ids}"
#   remedy: Name the person or role that answers for the risk, or one owner for the whole register in a sentence above it.
package ismslint.rules.risk_assessment.risk_has_owner

import data.ismslint.lib

evidence contains lib.evidence(_risks, "columns/owner") if {
	some risk in _risks.entries
	lib.filled(risk.owner)
}

evidence contains lib.indicated(lib.evidence(_one_owner, "."))

# Whether an owner is still in post, other rules say.
findings contains lib.finding(risk, "owner", _message(risk)) if {
	some risk in _ownerless
	not _in_prose(risk)
}

findings contains lib.indicated(lib.finding(risk, "owner", message)) if {
	some risk in _ownerless
	_in_prose(risk)
	message := sprintf("no owner of %s was recognised in the text below its heading", [risk.label])
}

# The engine's column_absent does not know the sentence that names one owner for all.
findings contains lib.at_most(lib.finding(_risks, "columns", _no_column), "warning") if {
	count(_risks.entries) > 0
	not lib.column(_risks, "owner")
	not _one_owner
}

_risks := input.isms.registers.risks

_ownerless := [risk |
	lib.column(_risks, "owner")
	not _one_owner
	some risk in _risks.entries
	not risk.status.value in {"draft", "closed"}
	not lib.filled(risk.owner)
]

# A risk with a heading of its own has lines, no cells: one that was not recognised may be there in other words.
_in_prose(risk) if {
	endswith(risk._path, ".md")
	not risk._pos.owner
}

_one_owner := _risks.statements["owner-all"]

_no_column := "the risk register has no column for the owner of a risk"

_message(risk) := sprintf("%s has no owner", [risk.label]) if risk.owner.raw == ""

_message(risk) := sprintf("%s has no owner: its cell holds \"%s\"", [risk.label, risk.owner.raw]) if risk.owner.raw != ""
