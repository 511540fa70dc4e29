# METADATA
# title: The review reports on audits that had taken place
# description: >-
#   Management reviews consider the results of audits. An audit that the record names among the results, by its
#   id, and that the register of audits dates after the review cannot have been reported there: one of the two
#   dates is wrong, or the record was written later. Plans for coming audits and preliminary results are left alone.
# custom:
#   scope: repository
#   clause: "9.3"
#   activities: ["9.3-g", "9.3-j"]
#   checks: ["9.3-7", "R-REV-6"]
#   kind: sequence
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [reviews, audits]
#   remedy: Correct the date of the review or of the audit, or say in the record that the results were preliminary.
package ismslint.rules.management_review.audits_before_review

import data.ismslint.lib

_audits := input.isms.registers.audits

evidence contains lib.concerning(lib.evidence(mention, "."), ["9.3-g"]) if {
	some review in lib.reviews
	some id, mention in review.mentions
	mention.reported
	audit := _audits.entries[_audits.row[id]]
	audit.performed_on.value.from <= review.date.value.until
}

# The day of the audit counts, not that of its report.
findings contains lib.with_related(
	lib.finding(review, "date", sprintf("the review of %s reports on %s, which is dated %s", [lib.held(review), id, audit.performed_on.raw])),
	[lib.place(audit, "performed_on", "the date of the audit"), lib.place(mention, ".", "where the review names it")],
) if {
	some review in lib.reviews
	some id, mention in review.mentions
	mention.reported
	audit := _audits.entries[_audits.row[id]]
	audit.performed_on.value.from > review.date.value.until
}
