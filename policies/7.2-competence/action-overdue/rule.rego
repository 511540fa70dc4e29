# METADATA
# title: Actions on competence are carried out by their date
# description: >-
#   The clause asks to take actions so that people acquire the competence that they lack. An action of the register that
#   is open after its own date is behind the plan, as far as the register shows.
# custom:
#   scope: repository
#   clause: "7.2"
#   activities: ["7.2-c"]
#   checks: []
#   kind: freshness
#   strength: should
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [competence]
#   remedy: >-
#     Carry out the action and record when, or set a new date and say why.
package ismslint.rules.competence.action_overdue

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/due") if {
	some entry in _register.entries
	lib.filled(entry.due)
}

findings contains lib.finding(entry, "due", message) if {
	lib.column(_register, "status")
	some entry in _register.entries
	entry.status.value in {"open", "in-progress"}
	lib.overdue(entry)
	not lib.filled(entry.result)
	message := sprintf("%s: the action was due %s; %s", [entry.label, entry.due.raw, lib.standing(entry)])
}

_register := input.isms.registers.competence
