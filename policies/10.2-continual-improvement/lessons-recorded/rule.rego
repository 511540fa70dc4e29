# METADATA
# title: Closed incidents leave a lesson, a cause or a follow-up
# description: >-
#   Incidents are a source of improvement. Where the register of incidents has a place for lessons, cause, action or what
#   followed, a closed incident has something in one of them; "nothing to learn" is an answer. Incidents of low severity
#   are left alone, and so are those that an improvement, nonconformity or change names by id.
# custom:
#   scope: repository
#   clause: "10.2"
#   activities: ["10.2-a"]
#   checks: ["R-INC-2"]
#   kind: field
#   strength: should
#   source: practice
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [incidents, "improvements?", "nonconformities?", "changes?"]
#   column_absent:
#     register: incidents
#     fields: [lessons, cause, action, improvements, nonconformity]
#     level: quiet
#   fold:
#     when: most
#     field: lessons
#     message: "{register}: {n} of {m} incidents are closed without a lesson, cause or follow-up: {ids}"
#   remedy: >-
#     Write one sentence on what was learnt, or name the improvement or nonconformity that followed.
package ismslint.rules.continual_improvement.lessons_recorded

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in ["lessons", "improvements"]
	some incident in _register.entries
	lib.filled(incident[field])
}

findings contains lib.finding(incident, "lessons", message) if {
	some incident in _register.entries
	incident.status.value in {"closed", "done"}
	not _minor(incident)
	every field in _fields {
		lib.blank(incident[field])
	}
	not _named[incident.id]
	message := sprintf("%s is closed, and no lesson, cause or follow-up is recorded", [incident.label])
}

_register := input.isms.registers.incidents

_fields := ["lessons", "cause", "action", "improvements", "nonconformity", "comment"]

_minor(incident) if {
	some word in ["low", "minor", "info", "p4", "p5", "sev4", "sev5", "niedrig", "gering"]
	startswith(lower(incident.severity.raw), word)
}

_minor(incident) if incident.severity.value == "low"

_named contains id if {
	some kind in ["improvements", "nonconformities", "changes"]
	some entry in input.isms.registers[kind].entries
	some id, _ in entry.mentions
}
