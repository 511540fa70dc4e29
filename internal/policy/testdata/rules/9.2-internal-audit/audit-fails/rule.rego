# METADATA
# title: A rule that fails
# description: It divides by the number of risks less two.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-a"]
#   checks: ["9.2-2"]
#   kind: presence
#   strength: should
#   level: note
#   certainty: indicates
#   small_organization: keep
#   source: practice
#   remedy: None.
package ismslint.rules.internal_audit.audit_fails

import data.ismslint.lib

evidence contains lib.evidence(input.isms.anchor, ".") if input.isms.registers.risks.state == "present"

findings contains lib.finding(input.isms.registers.audits, ".", sprintf("%v", [n])) if {
	n := 1 / (count(input.isms.registers.risks.entries) - 2)
}
