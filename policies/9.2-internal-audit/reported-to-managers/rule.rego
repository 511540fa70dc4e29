# METADATA
# title: Audit results are reported to the managers concerned
# description: >-
#   The clause asks to report the results of audits to the managers concerned. Looked for is a recipient or a date
#   in the register, words on it in the report, or a later management review that takes up audit results. An audit
#   of the last thirty days may still be reported.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-h"]
#   checks: ["9.2-6", "R-AUD-6"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [audits]
#   column_absent:
#     register: audits
#     fields: [reported_to, reported_on, report]
#     level: note
#     message: "{register} has no column for whom the results were reported to, and when"
#   fold:
#     when: most
#     message: "{register}: {n} of {m} entries do not show to whom the results were reported: {ids}"
#     field: reported_to
#   remedy: >-
#     Record to whom and when the results were reported.
package ismslint.rules.internal_audit.reported_to_managers

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in ["reported_to", "reported_on"]
	some audit in lib.audits
	lib.filled(audit[field])
}

evidence contains lib.indicated(lib.evidence(audit.mentions["audit-reported"], ".")) if some audit in lib.audits

findings contains lib.finding(audit, "reported_on", sprintf("%s: to whom the results were reported is not recorded", [audit.label])) if {
	some audit in lib.audits
	audit.performed_on.value.age >= 30
	lib.blank(audit.reported_to)
	lib.blank(audit.reported_on)
	not audit.mentions["audit-reported"]
	not _reviewed(audit)
}

_register := input.isms.registers.audits

_reviews contains review.date.value.until if {
	some review in lib.reviews
	review.inputs.audit_results.filled
}

_reviewed(audit) if {
	some date in _reviews
	date >= audit.performed_on.value.from
}
