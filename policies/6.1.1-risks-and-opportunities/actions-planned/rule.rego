# METADATA
# title: Actions on risks and opportunities are planned with all that it takes
# description: >-
#   The clause asks to plan what is done about the risks and opportunities of the ISMS, how that becomes part of its
#   processes and how one will judge whether it worked. Looked at are the columns that the register has: action,
#   person responsible, date, process, and how the effect is judged. Nothing is asked of an organisation of fewer
#   than ten persons.
# custom:
#   scope: repository
#   clause: "6.1.1"
#   activities: ["6.1.1-c", "6.1.1-d", "6.1.1-e"]
#   checks: ["6.1.1-3", R-RO-3]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: relax
#   needs: [planning]
#   column_absent:
#     register: planning
#     fields: [action, owner, due, integrated_in, evaluate_by]
#     level: note
#     message: "{register} has no column for actions, who carries them out, until when, or how their effect is judged"
#   remedy: >-
#     Fill in the column, or say that nothing is done and why.
package ismslint.rules.risks_and_opportunities.actions_planned

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_register, concat("/", ["columns", field])), [activity]) if {
	some field, activity in _serves
	some item in _register.entries
	lib.filled(item[field])
}

findings contains lib.concerning(lib.with_related(lib.finding(empty[0], field, message), places), [activity]) if {
	not input.isms.organization.small
	some field, activity in _serves
	lib.column(_register, field)
	empty := [item | some item in _register.entries; lib.open(item); not lib.filled(item.action_reason); lib.blank(item[field])]
	count(empty) > 0
	message := sprintf("%s is empty for: %s", [_named[field], lib.ids(empty)])
	places := [lib.place(item, field, "empty here as well") | some i, item in empty; i > 0]
}

_register := input.isms.registers.planning

_serves := {"action": "6.1.1-c", "owner": "6.1.1-c", "due": "6.1.1-c", "integrated_in": "6.1.1-d", "evaluate_by": "6.1.1-e"}

_named := {
	"action": "the action",
	"owner": "the person responsible",
	"due": "the date",
	"integrated_in": "where the action becomes part of a process",
	"evaluate_by": "how the effect is judged",
}
