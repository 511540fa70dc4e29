# METADATA
# title: The planning looks at risks and at opportunities
# description: >-
#   The clause asks for risks and for opportunities of the management system. Where a register says of each entry
#   which of the two it is, one kind without any entry may mean that nobody looked.
# custom:
#   scope: repository
#   clause: "6.1.1"
#   activities: ["6.1.1-a"]
#   checks: [R-RO-1]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [planning]
#   column_absent:
#     register: planning
#     fields: [planning_kind]
#     level: quiet
#   remedy: >-
#     Ask the other question as well, and note what came out, even if it is one line.
package ismslint.rules.risks_and_opportunities.both_kinds

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/planning_kind") if count(_used) == 2

findings contains lib.finding(_register, "columns/planning_kind", message) if {
	count(_used) == 1
	count(_register.entries) > 1
	message := sprintf("%s holds no %s", [_register.title, _named[({"risk", "opportunity"} - _used)[_]]])
}

_register := input.isms.registers.planning

_used := {item.planning_kind.value | some item in _register.entries; lib.filled(item.planning_kind)}

_named := {"risk": "risks", "opportunity": "opportunities"}
