# METADATA
# title: Programme and procedure deal with the parts of an audit programme
# description: >-
#   The clause asks for a programme with frequency, methods, responsibilities, planning and reporting, and for
#   criteria, impartial auditors and reports to the managers concerned. Programme, procedure and report together
#   are searched for words on each. Columns of the register count as well.
# custom:
#   scope: document
#   for: ["programme.audit", "procedure.audit", "report.audit"]
#   clause: "9.2"
#   activities: ["9.2-b", "9.2-c", "9.2-d", "9.2-e", "9.2-f", "9.2-g", "9.2-h"]
#   checks: ["9.2-11"]
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Add a sentence on the part, or point to where it is dealt with by `isms.addresses` in the front matter.
package ismslint.rules.internal_audit.procedure_covers

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_place(cue, activity), "."), [activity]) if {
	some activity, cues in _shows
	some cue in cues
}

findings contains lib.concerning(lib.finding(input.document, ".", message), ["9.2-d"]) if {
	_is_first
	not input.document.stub
	input.document.language != ""
	count(_open) > 0
	message := sprintf("%s was not recognised to deal with: %s", [input.document.title, lib.list([part.name | some part in _open])])
}

findings contains lib.concerning(lib.finding(input.document.addresses[activity], ".", lib.astray(activity)), [activity]) if {
	some activity, _ in _shows
}

_shows := {
	"9.2-b": ["audit-criteria"],
	"9.2-c": ["audit-implemented"],
	"9.2-d": ["audit-frequency", "audit-methods", "audit-responsibilities", "audit-planning", "audit-reporting"],
	"9.2-e": ["audit-importance"],
	"9.2-f": ["audit-criteria"],
	"9.2-g": ["audit-impartial"],
	"9.2-h": ["audit-reported"],
}

_place(cue, activity) := lib.pointed(activity) if {
	lib.pointed(activity)
} else := input.document.cues[cue][0]

# A report is no place for the parts of a programme.
_texts := ["programme.audit", "procedure.audit"]

_is_first if {
	first := [item | some type in _texts; some item in input.isms.types[type].items][0]
	first._path == input.document._path
	first.section == input.document.section
}

_parts := [
	{"cue": "audit-frequency", "name": "frequency", "fields": ["frequency", "planned_on", "planned_text"]},
	{"cue": "audit-methods", "name": "methods", "fields": ["methods"]},
	{"cue": "audit-responsibilities", "name": "responsibilities", "fields": ["auditors"]},
	{"cue": "audit-planning", "name": "planning", "fields": ["planned_on", "planned_text"]},
	{"cue": "audit-reporting", "name": "reporting", "fields": ["reported_to", "reported_on", "report"]},
]

_open := [part |
	some part in _parts
	not _worded[part.cue]
	not _has_column(part)
	not input.document.addresses["9.2-d"]
]

_worded contains cue if {
	some type in _texts
	some cue, _ in input.isms.types[type].cues
}

_has_column(part) if {
	some field in part.fields
	lib.column(input.isms.registers.audits, field)
}
