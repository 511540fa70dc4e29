# METADATA
# title: The effect of finished actions on risks and opportunities is evaluated
# description: >-
#   The clause asks to plan how one judges whether the actions work. Where the register has a place for the
#   evaluation, an action that was done longer ago than the interval of the management reviews has one: by then a
#   review had the occasion to ask.
# custom:
#   scope: repository
#   clause: "6.1.1"
#   activities: ["6.1.1-e"]
#   checks: ["6.1.1-4", R-RO-5]
#   kind: sequence
#   strength: shall
#   source: "27003"
#   level: warning
#   level_no_interval: note
#   certainty: decides
#   small_organization: keep
#   needs: [planning]
#   column_absent:
#     register: planning
#     fields: [evaluated_on, result]
#     level: quiet
#   remedy: >-
#     Record what the action brought, and when that was looked at.
package ismslint.rules.risks_and_opportunities.effect_evaluated

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in _fields
	some item in _register.entries
	lib.filled(item[field])
}

findings contains _by_plan(lib.finding(item, _fields[0], message)) if {
	some item in _register.entries
	lib.due(item.done_on, _interval) < input.isms.as_of
	not item.status.value == "cancelled"
	not _evaluated(item)
	message := sprintf("%s was done on %s; no evaluation of its effect is recorded", [item.label, item.done_on.raw])
}

_register := input.isms.registers.planning

_fields := ["evaluated_on", "result"]

_evaluated(item) if {
	some field in _fields
	not lib.blank(item[field])
}

_interval := lib.interval("management_review")

_by_plan(finding) := finding if _interval.stated

_by_plan(finding) := lib.by_default_interval(finding) if not _interval.stated
