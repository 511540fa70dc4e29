# METADATA
# title: A policy is approved
# description: A policy says who approved it.
# custom:
#   scope: document
#   clause: "5.2"
#   activities: ["5.2-a"]
#   checks: ["5.2-1"]
#   kind: metadata
#   strength: shall
#   level: error
#   levels: {"2013": note}
#   certainty: decides
#   small_organization: "off"
#   source: "27003"
#   remedy: Say who approved it.
#   for: [policy.infosec]
package ismslint.rules.policy.policy_approved

import data.ismslint.lib

evidence contains lib.evidence(input.document, "approved_by") if {
	lib.filled(input.document.metadata.approved_by)
}

findings contains lib.finding(input.document, "approved_by", sprintf("%q is not approved", [input.document.title])) if {
	not lib.filled(input.document.metadata.approved_by)
}
