# METADATA
# title: Open risks were assessed by the criteria in force
# description: >-
#   The clause asks for results that can be compared. Where risks cite the version of the risk criteria they were
#   assessed by, it is good practice that open risks cite the version in force, or have a date for the next
#   assessment, at which they will.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-c"]
#   checks: ["6.1.2-11"]
#   kind: xref
#   strength: should
#   source: practice
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [risks, risk_criteria]
#   column_absent:
#     register: risks
#     fields: [criteria_version]
#     level: quiet
#   remedy: Assess these risks again by the criteria in force, or plan when you will.
package ismslint.rules.risk_assessment.criteria_version_in_force

import data.ismslint.lib

evidence contains lib.evidence(_risks, "columns/criteria_version") if {
	some risk in _risks.entries
	lib.filled(risk.criteria_version)
	_bare(risk.criteria_version.raw) == _in_force
}

findings contains lib.with_related(lib.finding(_earlier[0], "criteria_version", _message), _places) if count(_earlier) > 0

_risks := input.isms.registers.risks

_in_force := version if {
	version := _bare(input.isms.criteria.version)
	version != ""
}

# A date in the future brings the criteria in force; one that passed is a finding of its own.
_earlier := [risk |
	some risk in _risks.entries
	lib.open(risk)
	lib.filled(risk.criteria_version)
	_bare(risk.criteria_version.raw) != _in_force
	not lib.filled(risk.next_assessment)
]

_versions := {risk.criteria_version.raw | some risk in _earlier}

_places := [lib.place(input.isms.criteria, ".", sprintf("the version in force is %s", [input.isms.criteria.version]))]

_message := sprintf("%s was assessed by version %s of the risk criteria, %s is in force", [
	_earlier[0].label, _earlier[0].criteria_version.raw, input.isms.criteria.version,
]) if {
	count(_earlier) == 1
}

_message := sprintf("%d open risks were assessed by earlier risk criteria (%s), %s is in force: %s", [
	count(_earlier), lib.list(_versions), input.isms.criteria.version, lib.ids(_earlier),
]) if {
	count(_earlier) > 1
}

# "v1.2" and "Version 1.2" are 1.2.
_bare(version) := trim_left(lower(version), "abcdefghijklmnopqrstuvwxyz. ")
