# METADATA
# title: Procedures outside security have their part in it
# description: >-
#   The clause asks to build what the management system requires into the organisation's normal processes. Looked for
#   are procedures of hiring and leaving, of projects and of changes with words on security, and policies on these subjects.
#   Where such procedures are here and none of them mentions it, security runs beside the work.
# custom:
#   scope: repository
#   clause: "5.1"
#   activities: ["5.1-b"]
#   checks: ["5.1-5"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: "off"
#   remedy: Add the security steps to the procedure that people follow anyway, or a link to the rule that applies.
package ismslint.rules.leadership.security_in_other_procedures

import data.ismslint.lib

_kinds := ["procedure.access", "procedure.leaver", "procedure.hr", "procedure.project", "procedure.change"]

evidence contains lib.evidence(input.isms.types[type].cues["names-security"], ".") if some type in _kinds

evidence contains lib.evidence(item, ".") if {
	some item in input.isms.documents
	item.evidence
	item.type == "policy.topic"
	item.topic in {"hr-security", "project", "supplier", "secure-development", "change"}
}

findings contains lib.finding(_silent[0], ".", message) if {
	count(evidence) == 0
	message := sprintf("%s was not recognised to name any step on information security", [concat(" and ", [item._path | some item in _silent])])
}

_silent := [item | some type in _kinds; some item in input.isms.types[type].items]
