# METADATA
# title: Each record of competence has something that shows it
# description: >-
#   The clause asks for evidence of competence. Each line that gives a person a competence is held against what
#   may show it: a reference, a certificate, a date of completion, a result or stated experience. What is planned
#   or still to be done is left alone.
# custom:
#   scope: repository
#   clause: "7.2"
#   activities: ["7.2-d"]
#   checks: ["7.2-3", "R-COMP-3"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [competence]
#   column_absent:
#     register: competence
#     fields: [evidence, evidence_refs, achieved_on, result, basis]
#     level: note
#     message: "{register} has no column for what shows the competence"
#   fold:
#     when: most
#     message: "{register}: nothing shows the competence in {n} of {m} lines: {ids}"
#     field: evidence
#   remedy: >-
#     Enter what shows the competence, such as a certificate, a date, a result or the experience, or that it is
#     planned.
package ismslint.rules.competence.records_show_proof

import data.ismslint.lib

evidence contains lib.evidence(_competence, concat("/", ["columns", field])) if {
	some field in ["evidence", "evidence_refs", "achieved_on", "result"]
	some entry in _competence.entries
	lib.filled(entry[field])
}

findings contains lib.finding(entry, "evidence", sprintf("%s: nothing shows the competence", [entry.label])) if {
	some entry in _competence.entries
	entry.person.raw != ""
	lib.filled(entry.competence)
	not _proven(entry)
	not _planned(entry)
}

_competence := input.isms.registers.competence

_proven(entry) if {
	some field in ["evidence", "evidence_refs", "achieved_on", "expires_on", "effectiveness"]
	not lib.blank(entry[field])
}

_proven(entry) if lib.filled(entry.result)

# How a competence is come by does not say that it is there; years of practice do.
_proven(entry) if {
	lib.filled(entry.basis)
	not lower(entry.basis.raw) in {
		"training", "education", "experience", "certificate", "certification", "course", "workshop", "online", "classroom", "internal",
		"external", "e-learning", "schulung", "ausbildung", "erfahrung", "zertifikat", "kurs", "mandatory",
	}
}

_planned(entry) if {
	some field in ["planned_on", "due", "action", "gap"]
	entry[field].raw != ""
}

_planned(entry) if entry.status.value in {"open", "in-progress", "cancelled"}
