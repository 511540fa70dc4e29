# METADATA
# title: Objectives come from requirements and from the results on risks
# description: >-
#   The clause asks to take account of requirements and of the results of risk assessment and risk treatment. Where
#   the register says what the objectives come from, at least one names a requirement, a risk or a treatment. Nothing
#   is asked of an organisation of fewer than ten persons.
# custom:
#   scope: repository
#   clause: "6.2"
#   activities: ["6.2-d"]
#   checks: ["6.2-6", R-OBJ-6]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: relax
#   needs: [objectives]
#   column_absent:
#     register: objectives
#     fields: [derived_from]
#     level: quiet
#   remedy: >-
#     Name the risk, treatment or requirement that the objective goes back to.
package ismslint.rules.objectives.sources_shown

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/derived_from") if {
	some source in _sources
	source in _asked
}

evidence contains lib.indicated(lib.evidence(_register, "columns/derived_from")) if "words" in _sources

findings contains lib.indicated(lib.finding(_register, "columns/derived_from", message)) if {
	not input.isms.organization.small
	count(_register.entries) > 0
	count(_sources & (_asked | {"words"})) == 0
	message := "no objective names a requirement, a risk or a treatment as what it comes from"
}

_register := input.isms.registers.objectives

_asked := {"risks", "treatments", "parties", "legal"}

# The registers that the sources are entries of; words where they are none.
_sources contains kind if {
	some objective in _register.entries
	some ref in objective.derived_from.value
	some kind in _kinds(ref)
}

_kinds(ref) := {split(place._subject, "/")[0] | some place in input.isms.ids[ref.id]} if input.isms.ids[ref.id]

_kinds(ref) := {"words"} if not input.isms.ids[ref.id]
