# METADATA
# title: There are audits
# description: Audits are recorded.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-a", "9.2-g"]
#   checks: ["9.2-1"]
#   kind: presence
#   strength: shall
#   level: error
#   level_undeclared: note
#   certainty: decides
#   small_organization: keep
#   source: "27003"
#   remedy: Record the audits.
package ismslint.rules.internal_audit.audit_programme_found

import data.ismslint.lib

_audits := input.isms.registers.audits

evidence contains lib.evidence(_audits, ".") if _audits.state == "present"

findings contains lib.absence(_audits, "audits", "no audits were recognised") if _audits.state == "absent"
