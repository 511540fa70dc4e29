# METADATA
# title: Nobody audits their own work
# description: >-
#   The clause asks to choose auditors and to run audits so that they are objective and impartial. Compared are
#   the auditors of each audit with the auditees, the owners of the controls that it covers, and the owners and
#   approvers of the own rules that it names, as far as the roles register knows them. An audit with a second
#   auditor, for whom that is not so, was split. Who wrote a file says nothing.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-g"]
#   checks: ["9.2-4", "R-AUD-1"]
#   kind: separation
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [audits]
#   column_absent:
#     register: audits
#     fields: [auditors]
#     level: note
#     message: "No audit of {register} says who carried it out"
#   remedy: >-
#     Have the part audited by somebody else, from another field or from outside, or correct who owns it.
package ismslint.rules.internal_audit.auditor_independent

import data.ismslint.lib

evidence contains lib.evidence(audit, "auditors") if {
	some audit in lib.audits
	lib.differ(audit.auditors, audit.auditees)
}

# Who they are is said, and not how they stand to what they audit.
evidence contains lib.indicated(lib.evidence(_register, "columns/auditors")) if {
	some audit in lib.audits
	lib.filled(audit.auditors)
}

findings contains lib.finding(audit, "auditors", message) if {
	some audit in lib.audits
	some person in _persons(audit.auditors)
	_shares(person, audit.auditees)
	not _other(audit, person)
	message := sprintf("%s: %s is recorded as auditor and as auditee", [audit.label, _named(audit, person)])
}

findings contains lib.finding(audit, "auditors", message) if {
	some audit in lib.audits
	some person in _persons(audit.auditors)
	not _other(audit, person)
	own := lib.controls({id |
		some id, _ in audit.covers.controls
		control := _soa.entries[_soa.row[id]]
		_shares(person, control.owner)
	})
	count(own) > 0
	message := sprintf("%s: %s audited %s and is recorded as the owner", [audit.label, _named(audit, person), lib.list(own)])
}

findings contains lib.with_related(lib.finding(audit, "auditors", message), [lib.place(document, field, "recorded here")]) if {
	some audit in lib.audits
	some person in _persons(audit.auditors)
	not _other(audit, person)
	some ref in audit.criteria_refs.value
	some document in _documents[ref.path]
	not document.type in {"programme.audit", "procedure.audit", "report.audit"}
	some field in ["owner", "approved_by"]
	_shares(person, document.metadata[field])
	message := sprintf("%s: %s audited %s and is recorded there as %s", [audit.label, _named(audit, person), document._path, _as[field]])
}

_register := input.isms.registers.audits

_soa := input.isms.registers.soa

_as := {"owner": "its owner", "approved_by": "having approved it"}

_documents[document._path] contains document if {
	some document in input.isms.documents
	document.section == ""
}

_persons(field) := {input.isms.people[key].name | some key in field.value.keys; count(input.isms.people[key].ids) > 0}

# As the register writes it, where it names one.
_named(audit, person) := person if count(audit.auditors.value.keys) > 1

_named(audit, _) := audit.auditors.raw if count(audit.auditors.value.keys) == 1

_ids[person.name] contains id if {
	some person in input.isms.people
	some id in person.ids
}

_shares(person, field) if {
	some key in field.value.keys
	some id in input.isms.people[key].ids
	id in _ids[person]
}

# A second auditor who is not the same person may have taken that part.
_other(audit, person) if {
	some key in audit.auditors.value.keys
	every id in input.isms.people[key].ids {
		not id in _ids[person]
	}
	not _shares(input.isms.people[key].name, audit.auditees)
}
