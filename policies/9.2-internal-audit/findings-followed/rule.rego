# METADATA
# title: Each nonconformity found in an audit is followed up
# description: >-
#   The clause asks to find out whether the management system is really carried out, and 10.1 to react to what is
#   not. A finding that the audit graded as a nonconformity is named by an entry of the register of
#   nonconformities, by its id, the audit's id, its date or its words, or has an action and a status of its own. A
#   reference that it gives leads to an entry. Observations and opportunities are left alone.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-c"]
#   checks: ["9.2-7", "R-AUD-5"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [audits, nonconformities]
#   column_absent:
#     register: audits
#     fields: [grade]
#     level: quiet
#   remedy: >-
#     Enter the finding in the register of nonconformities, or correct the reference.
package ismslint.rules.internal_audit.findings_followed

import data.ismslint.lib

evidence contains lib.evidence(row, "grade") if {
	some row in _graded
	_followed(row)
}

findings contains lib.finding(row, "nonconformity", message) if {
	some row in _graded
	not _followed(row)
	not _astray(row)
	message := sprintf("%s is graded \"%s\"; no entry of %s refers to it", [row.label, row.grade.raw, _nonconformities.title])
}

findings contains lib.finding(row, "nonconformity", message) if {
	some row in _graded
	some ref in row.nonconformity.value
	_gone(ref)
	message := sprintf("%s refers to %s, which %s does not have", [row.label, ref.id, _nonconformities.title])
}

_nonconformities := input.isms.registers.nonconformities

_graded contains row if {
	some row in input.isms.registers.audits.entries
	row.grade.value in {"major", "minor", "nonconformity"}
}

_gone(ref) if {
	ref.id != ""
	not ref.url
	not input.isms.ids[ref.id]
	_forms[lib.form(ref.id)]
}

_astray(row) if {
	some ref in row.nonconformity.value
	_gone(ref)
}

_forms contains lib.form(entry.id) if {
	some entry in _nonconformities.entries
	entry.id != ""
}

_cited contains id if {
	some entry in _nonconformities.entries
	some id, _ in entry.mentions
}

_words contains lower(entry[field].raw) if {
	some entry in _nonconformities.entries
	some field in ["description", "title"]
}

_raised contains entry.raised_on.value.from if some entry in _nonconformities.entries

# The audits that a report belongs to.
_audits[ref.path] contains audit.index if {
	some audit in lib.audits
	some ref in audit.report.value
}

_followed(row) if _cited[row.id]

_followed(row) if lower(row.finding.raw) in _words

_followed(row) if {
	some ref in row.nonconformity.value
	not _gone(ref)
}

_followed(row) if _raised[row.performed_on.value.from]

_followed(row) if {
	lib.filled(row.action)
	lib.filled(row.status)
}

_followed(row) if {
	some index in _audits[row._path]
	audit := input.isms.registers.audits.entries[index]
	_names(audit)
}

_names(audit) if _cited[audit.id]

_names(audit) if _raised[audit.performed_on.value.from]
