# METADATA
# title: Importance and earlier results shape the audit programme
# description: >-
#   The clause asks to let the importance of the processes and the results of earlier audits shape the programme.
#   Looked for are priorities in the programme or words on either in the audit procedure. Audits of different
#   frequency show that areas differ.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-e"]
#   checks: ["9.2-8", "R-AUD-7"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: "off"
#   needs: ["audits?"]
#   remedy: >-
#     Say in a few words why these areas come first or more often.
package ismslint.rules.internal_audit.importance_considered

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/priorities") if {
	some audit in _register.entries
	lib.filled(audit.priorities)
}

evidence contains lib.evidence(item, ".") if {
	some type in _types
	input.isms.types[type].cues["audit-importance"]
	item := input.isms.types[type].items[0]
}

findings contains lib.finding(_place, "priorities", message) if {
	count(lib.programme) > 0
	every audit in lib.programme {
		lib.blank(audit.priorities)
	}
	not _worded
	count({audit.frequency.raw | some audit in lib.programme}) < 2
	message := "the programme was not recognised to show how importance and earlier results were considered"
}

_register := input.isms.registers.audits

_types := ["programme.audit", "procedure.audit"]

_worded if {
	some type in _types
	input.isms.types[type].cues["audit-importance"]
}

_place := _register
