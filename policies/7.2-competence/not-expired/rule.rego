# METADATA
# title: No competence in use is past its expiry
# description: >-
#   A certificate or training that says until when it is valid ought to be valid while somebody relies on it. A
#   newer record of the same competence, a line that is closed and a person who left are left alone. The standard
#   does not ask for expiry dates; an organisation that sets them ought to keep them.
# custom:
#   scope: repository
#   clause: "7.2"
#   activities: ["7.2-b"]
#   checks: ["7.2-5", "R-COMP-4"]
#   kind: freshness
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [competence]
#   column_absent:
#     register: competence
#     fields: [expires_on]
#     level: quiet
#   fold:
#     when: most
#     message: "{register}: {n} of {m} records of competence are past their date: {ids}"
#     field: expires_on
#   remedy: >-
#     Renew the certificate or training and record the new date, or close the line.
package ismslint.rules.competence.not_expired

import data.ismslint.lib

evidence contains lib.evidence(_competence, "columns/expires_on") if {
	some entry in _competence.entries
	entry.expires_on.value.until >= input.isms.as_of
}

findings contains lib.finding(entry, "expires_on", sprintf("%s expired on %s", [entry.label, entry.expires_on.raw])) if {
	some entry in _competence.entries
	_past(entry)
	not entry.status.value in {"closed", "cancelled"}
	not _valid[_what(entry)]
	not _left(entry)
}

_competence := input.isms.registers.competence

_past(entry) if entry.expires_on.value.until < input.isms.as_of

_what(entry) := [lower(entry.person.raw), lower(entry.competence.raw)]

_valid contains _what(entry) if {
	some entry in _competence.entries
	not _past(entry)
	not lib.blank(entry.competence)
	_had(entry)
}

_had(entry) if lib.filled(entry.achieved_on)

_had(entry) if lib.filled(entry.expires_on)

_left(entry) if {
	some key in entry.person.value.keys
	_gone[key]
}

_gone contains key if {
	some role in input.isms.registers.roles.entries
	role.until.value.until < input.isms.as_of
	some key in role.holders.value.keys
}
