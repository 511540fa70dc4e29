# METADATA
# title: Each opportunity for improvement that an audit saw is taken up or declined
# description: >-
#   An opportunity that nobody decides on is lost. Where an audit grades a finding as an opportunity and gives it an id,
#   it is looked for in the register of improvements, among nonconformities, changes and the minutes of reviews: by its
#   own id, by that of its audit, or in the same words. A decision, action or status in its own row counts as well. An
#   audit of the last three months is left alone. Observations are no opportunities.
# custom:
#   scope: repository
#   clause: "10.2"
#   activities: ["10.2-a"]
#   checks: ["10.2-2", "R-IMP-2"]
#   kind: xref
#   strength: should
#   source: practice
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [audits, improvements]
#   column_absent:
#     register: audits
#     fields: [grade]
#     level: quiet
#   fold:
#     when: most
#     field: grade
#     message: "{n} opportunities for improvement in {register} are neither taken up nor declined: {ids}"
#   remedy: >-
#     Enter the opportunity in the register of improvements with a decision, and name its id there; declining it is a
#     decision too.
package ismslint.rules.continual_improvement.opportunities_decided

import data.ismslint.lib

evidence contains lib.evidence(row, "grade") if {
	some row in _opportunities
	_decided(row)
}

findings contains lib.finding(row, "grade", message) if {
	count(_registers.improvements.entries) > 0
	some row in _opportunities
	not _decided(row)
	not _fresh(row)
	message := sprintf("%s is an opportunity for improvement, and nothing takes it up or declines it", [row.label])
}

_registers := input.isms.registers

_opportunities := [row |
	some row in _registers.audits.entries
	row.grade.value == "opportunity"
	row.id != ""
]

# What other registers name, and what improvements do.
_cited contains id if {
	some kind in ["nonconformities", "changes", "reviews"]
	some entry in _registers[kind].entries
	some id, _ in entry.mentions
}

_cited contains id if some id in _sources

_sources contains id if {
	some entry in _registers.improvements.entries
	some id, _ in entry.mentions
}

_sources contains ref.id if {
	some entry in _registers.improvements.entries
	some ref in entry.source_ref.value
}

_words contains lower(entry.text.raw) if some entry in _registers.improvements.entries

_decided(row) if _cited[row.id]

_decided(row) if _words[lower(row.finding.raw)]

# The table of the audit has a place for it: then that is where it is decided.
_decided(row) if {
	some field in ["action", "status", "owner", "due", "comment", "nonconformity"]
	lib.filled(row[field])
}

# An improvement that names the audit as a whole.
_decided(row) if _sources[_audits[row._path][_].id]

_decided(row) if {
	some audit in lib.audits
	audit.id != ""
	startswith(row.id, concat("", [audit.id, "-"]))
	_sources[audit.id]
}

_audits[ref.path] contains audit if {
	some audit in lib.audits
	some ref in audit.report.value
}

# Dates of the audit, of its row and of its report.
_dates(row) := ({row.performed_on.value.until | lib.filled(row.performed_on)} | {audit.performed_on.value.until | some audit in _audits[row._path]}) | object.get(lib.dates, row._path, set())

_fresh(row) if isms.plus(max(_dates(row)), {"months": 3, "days": 0}) > input.isms.as_of
