# METADATA
# title: After a serious incident the risks are looked at
# description: >-
#   27003 recommends to decide which incidents call for another assessment. Where the register of incidents has a
#   column for risks, an incident of the highest severity that was closed more than thirty days ago names one.
#   Nothing is asked of an organisation of fewer than ten persons.
# custom:
#   scope: repository
#   clause: "8.2"
#   activities: ["8.2-b"]
#   checks: ["8.2-6", R-INC-1]
#   kind: xref
#   strength: should
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: off
#   needs: [incidents]
#   column_absent:
#     register: incidents
#     fields: [risks]
#     level: quiet
#   remedy: >-
#     Name the risk that was looked at after the incident, or say that none is concerned.
package ismslint.rules.risk_assessment_performed.incident_led_to_risk

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/risks") if {
	some incident in _register.entries
	lib.filled(incident.risks)
}

findings contains lib.finding(incident, "risks", message) if {
	some incident in _register.entries
	lower(incident.severity.raw) in _highest
	incident.status.value in {"done", "closed"}
	isms.days(_ended(incident), input.isms.as_of) > 30
	lib.blank(incident.risks)
	message := sprintf("%s was of severity \"%s\" and names no risk that was looked at afterwards", [incident.label, incident.severity.raw])
}

_register := input.isms.registers.incidents

_highest := {"critical", "high", "major", "severe", "very high", "p1", "sev1", "sev-1", "hoch", "kritisch", "schwer", "sehr hoch"}

_ended(incident) := [incident[field].value.until | some field in ["closed_on", "occurred_on", "detected_on", "reported_on"]; lib.filled(incident[field])][0]
