# METADATA
# title: The internal auditor does not run the ISMS
# description: >-
#   Audit practice keeps the internal auditor apart from those who run the management system or own controls.
#   Where the only internal auditor of the roles register holds such a role too, part of each audit needs somebody
#   else. Audits by somebody from outside settle that.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-g"]
#   checks: ["R-ROLE-5"]
#   kind: separation
#   strength: should
#   source: practice
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [roles]
#   column_absent:
#     register: roles
#     fields: [role_kind]
#     level: quiet
#   remedy: >-
#     Name who audits what this person runs, such as a colleague from another field or somebody from outside.
package ismslint.rules.internal_audit.only_auditor_runs_isms

import data.ismslint.lib

evidence contains lib.evidence(_auditors[0], "role_kind") if count(_auditors) > 0

findings contains lib.with_related(lib.finding(auditor, "holders", message), [lib.place(other, "holders", "the other role")]) if {
	count(_auditors) == 1
	auditor := _auditors[0]
	count(auditor.holders.value.keys) == 1
	some other in _register.entries
	_runs(other)
	some key in auditor.holders.value.keys
	key in other.holders.value.keys
	not _somebody_else
	message := sprintf("%s is the only internal auditor and %s: audits of that work need somebody else", [auditor.holders.raw, other.role.raw])
}

_register := input.isms.registers.roles

_auditors := [role |
	some role in _register.entries
	lower(role.role_kind.raw) in {"internal-auditor", "internal auditor", "auditor", "interner auditor", "interne auditorin"}
]

_runs(role) if {
	lower(role.role_kind.raw) in {
		"isms-manager", "isms manager", "information security manager", "ciso", "control-owner", "control owner", "isb",
		"informationssicherheitsbeauftragter", "informationssicherheitsbeauftragte", "isms-verantwortlicher",
	}
}

# An audit by somebody who holds none of these roles.
_somebody_else if {
	some audit in lib.audits
	lib.filled(audit.auditors)
	every key in audit.auditors.value.keys {
		not key in _auditors[0].holders.value.keys
		not _auditors[0].id in input.isms.people[key].ids
	}
}
