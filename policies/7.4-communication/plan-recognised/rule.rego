# METADATA
# title: There is a plan of what is communicated
# description: >-
#   The clause asks to determine what is communicated about the management system, inside and outside. Looked for
#   is a plan, matrix or section on communication and a list of contacts. Nothing of it need be written unless the
#   organisation says so.
# custom:
#   scope: repository
#   clause: "7.4"
#   activities: ["7.4-a"]
#   checks: ["7.4-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   level_determined: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["communication?"]
#   remedy: >-
#     Write down in a few rows what is said about information security, when, to whom, by whom and how, or say in
#     isms.yaml under `outside` where that is.
package ismslint.rules.communication.plan_recognised

import data.ismslint.lib

evidence contains lib.evidence(_communication, ".") if {
	_communication.state == "present"
	_communication.decided
}

evidence contains lib.indicated(lib.evidence(item, ".")) if {
	some item in input.isms.types.communication.items
	not _read[item._path]
}

findings contains lib.indicated(lib.absence(_at, "communication", _message)) if {
	count(_communication.entries) == 0
	count(input.isms.types.communication.items) == 0
}

_communication := input.isms.registers.communication

_read contains entry._path if some entry in _communication.entries

# What is absent is the same thing wherever the finding stands.
_at := object.union(input.isms.anchor, {"_subject": _communication._subject})

_message := concat("; ", [text | some text in [_looked, _seen]; text != ""])

_looked := "no plan for communication inside and outside was recognised, neither a document or section of that name nor a table"

_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := input.isms.types.communication.others[0]
} else := sprintf("%s may be such a table: %s", [possible._path, possible.why]) if {
	possible := _communication.possible[0]
} else := ""
