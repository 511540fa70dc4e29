# METADATA
# title: Each audit states its criteria and its scope
# description: >-
#   The clause asks to set criteria and scope of each audit. Looked for in audits that took place are both, in the
#   register; a programme may state the criteria for all, and a report that exists is taken to state what the
#   register does not.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-f"]
#   checks: ["9.2-5", "R-AUD-4"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [audits]
#   column_absent:
#     register: audits
#     fields: [criteria, scope, clauses, controls, units, criteria_refs]
#     level: note
#     message: "{register} has no column for criteria or scope"
#   fold:
#     when: most
#     message: "{register}: {n} of {m} entries state no criteria or no scope: {ids}"
#     field: scope
#   remedy: >-
#     Write down against what and over which area the audit was carried out.
package ismslint.rules.internal_audit.criteria_and_scope

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in array.concat(_criteria, _scope)
	some audit in lib.audits
	lib.filled(audit[field])
}

findings contains lib.finding(audit, empty[0][0], message) if {
	some audit in lib.audits
	not _reported(audit)
	empty := [fields | some fields in [_criteria, _scope]; _lacks(audit, fields)]
	count(empty) > 0
	message := sprintf("%s: no %s recorded", [audit.label, concat(" and no ", [fields[0] | some fields in empty])])
}

_register := input.isms.registers.audits

_criteria := ["criteria", "criteria_refs", "clauses"]

_scope := ["scope", "clauses", "controls", "units", "sites"]

_lacks(audit, fields) if {
	some field in fields
	lib.column(_register, field)
	every other in fields {
		lib.blank(audit[other])
	}
	not _for_all(fields)
}

# Criteria of the programme hold for its audits.
_for_all(fields) if {
	fields == _criteria
	some planned in lib.programme
	lib.filled(planned.criteria)
}

_reported(audit) if {
	some ref in audit.report.value
	ref.exists
}
