# METADATA
# title: Top management tells people why information security matters
# description: >-
#   The clause asks top management to say why effective security and keeping to the rules matter. Looked for is a line of
#   the communication plan or the awareness programme that a member of top management sends or holds, and a message or
#   statement of its own. In an organisation of fewer than ten persons this is said at the table.
# custom:
#   scope: repository
#   clause: "5.1"
#   activities: ["5.1-d"]
#   checks: ["5.1-3"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: "off"
#   needs: ["communication?", "awareness?"]
#   remedy: >-
#     Enter the yearly word of top management into the communication plan or the awareness programme, with who says it.
package ismslint.rules.leadership.top_management_explains

import data.ismslint.lib

evidence contains lib.evidence(line, "who") if {
	line := [line | some line in _communication.entries; line.who.value.top; line.mentions["security-message"]][0]
}

evidence contains lib.evidence(line, "owner") if {
	line := [line | some line in _awareness.entries; line.owner.value.top; line.mentions["security-message"]][0]
}

evidence contains lib.indicated(lib.evidence(item, ".")) if some item in input.isms.types.message.items

findings contains lib.indicated(lib.absence(_place, "message", message)) if {
	count(evidence) == 0
	_recognisable
	message := "no message from top management on information security was recognised among what is communicated"
}

_communication := input.isms.registers.communication

_awareness := input.isms.registers.awareness

# A table in some other document, such as whom to call in an emergency, is not all that is communicated.
_place := _communication if {
	count(_communication.entries) > 0
	_communication.signal != "heading"
} else := _awareness if {
	count(_awareness.entries) > 0
	_awareness.signal != "heading"
}

_recognisable if count(input.isms.organization.top_management) > 0

_recognisable if {
	some person in input.isms.people
	person.top
}
