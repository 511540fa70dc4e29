# METADATA
# title: Unintended changes are looked at, and harm is limited
# description: >-
#   The clause asks to review what an unintended change led to and to act against its effects. Evidence are
#   unintended changes with effects or measures on record, and lessons from incidents. Where the change register
#   marks a change as not planned and has a place for effects or measures, one of the two is filled.
# custom:
#   scope: repository
#   clause: "8.1"
#   activities: ["8.1-e"]
#   checks: ["8.1-5", R-CHG-2]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["changes?", "incidents?"]
#   remedy: >-
#     Write down what the change led to and what was done about it; "no effect found" is enough.
package ismslint.rules.operation.unintended_change_reviewed

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in _fields
	some change in _register.entries
	change.planned.value == "no"
	lib.filled(change[field])
}

evidence contains lib.indicated(lib.evidence(_incidents, concat("/", ["columns", field]))) if {
	some field in ["lessons", "cause"]
	some incident in _incidents.entries
	lib.filled(incident[field])
}

findings contains lib.finding(change, _at, message) if {
	some change in _register.entries
	change.planned.value == "no"
	every field in _fields {
		lib.blank(change[field])
	}
	message := sprintf("%s is marked as not planned; neither effects nor measures are recorded", [change.label])
}

_register := input.isms.registers.changes

_incidents := input.isms.registers.incidents

_fields := ["adverse_effects", "mitigation"]

_at := [field | some field in _fields; lib.column(_register, field)][0]
