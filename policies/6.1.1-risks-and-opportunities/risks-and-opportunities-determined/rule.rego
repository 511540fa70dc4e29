# METADATA
# title: Risks and opportunities of the ISMS itself are determined
# description: >-
#   The clause asks which risks and opportunities the planning of the management system has to deal with, apart from
#   risks to information. Looked for are a register of them, a section of that name in any document, and entries of
#   the risk register that are filed under the ISMS itself. A few lines in the minutes of a review do as well, under
#   such a heading.
# custom:
#   scope: repository
#   clause: "6.1.1"
#   activities: ["6.1.1-a", "6.1.1-b"]
#   checks: ["6.1.1-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   level_determined: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["planning?"]
#   remedy: >-
#     Write down what could keep the ISMS from working and what could make it better, or say in isms.yaml under
#     `documents` where that is.
package ismslint.rules.risks_and_opportunities.risks_and_opportunities_determined

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_register, "."), ["6.1.1-a"]) if {
	some item in _register.entries
	lib.filled(item.statement)
}

evidence contains lib.concerning(lib.evidence(_register, concat("/", ["columns", field])), ["6.1.1-b"]) if {
	some field in ["concerns", "planning_kind"]
	some item in _register.entries
	lib.filled(item[field])
}

evidence contains lib.evidence(item, ".") if some item in _type.items

# One process may serve both kinds of risk.
evidence contains lib.indicated(lib.concerning(lib.evidence(_risks, "columns/category"), ["6.1.1-a"])) if _among_risks

findings contains lib.indicated(lib.concerning(lib.absence(_type, "planning", _message), ["6.1.1-a"])) if {
	count(_register.entries) == 0
	count(_type.items) == 0
	not _among_risks
}

_register := input.isms.registers.planning

_type := input.isms.types.planning

_risks := input.isms.registers.risks

_among_risks if {
	some risk in _risks.entries
	lower(risk.category.raw) in {"isms", "isms risk", "isms risks", "management system", "managementsystem", "isms-risiko", "isms-risiken"}
}

_message := concat("; ", [text | some text in [_looked, _seen]; text != ""])

_looked := "no risks and opportunities of the ISMS itself were recognised, in a register or under a heading of that name"

_seen := sprintf("%s may be such a register: %s", [possible._path, possible.why]) if {
	possible := _register.possible[0]
} else := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _type.others[0]
} else := ""
