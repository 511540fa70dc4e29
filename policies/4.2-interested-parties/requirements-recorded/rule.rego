# METADATA
# title: Each interested party has a requirement
# description: >-
#   The clause asks what the parties require of information security. Looked at is each row of the register of
#   parties; needs and expectations count under any name. A register of laws and contracts is evidence as well. A party
#   without a requirement is only a name.
# custom:
#   scope: repository
#   clause: "4.2"
#   activities: ["4.2-b"]
#   checks: ["4.2-2", "R-IP-1"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["parties?", "legal?"]
#   column_absent:
#     register: parties
#     fields: [requirements]
#     level: warning
#     message: "{register} has no column for what the parties require"
#   fold:
#     when: most
#     field: requirements
#     message: "{n} of {m} parties have no requirement: {ids}"
#   remedy: Write down what the party requires or expects of information security, or take it off the list.
package ismslint.rules.interested_parties.requirements_recorded

import data.ismslint.lib

evidence contains lib.evidence(_parties, "columns/requirements") if {
	some party in _parties.entries
	_required(party)
}

evidence contains lib.evidence(_legal, "columns/obligation") if {
	some duty in _legal.entries
	lib.filled(duty.obligation)
}

evidence contains lib.indicated(lib.evidence(item, ".")) if {
	count(_parties.entries) == 0
	some item in input.isms.types["context.parties"].items
}

findings contains lib.finding(party, "requirements", _message(party)) if {
	some party in _parties.entries
	not _required(party)
	not party.status.value in {"closed", "cancelled"}
	not _merged[party.index]
}

_parties := input.isms.registers.parties

_legal := input.isms.registers.legal

_required(party) if lib.filled(party.requirements)

# Another row of the same party has it.
_merged contains party.index if {
	some party in _parties.entries
	party.name.value in _named
}

_named contains party.name.value if {
	some party in _parties.entries
	_required(party)
	lib.filled(party.name)
}

_message(party) := sprintf("%s: no requirement is recorded", [party.label]) if party.requirements.raw == ""

_message(party) := sprintf("%s: no requirement is recorded, the cell holds \"%s\"", [party.label, party.requirements.raw]) if {
	party.requirements.raw != ""
}
