# METADATA
# title: It shows which requirements the management system takes on
# description: >-
#   The 2022 edition asks to decide which of the parties' requirements are met through the management system. Looked
#   for is a column with the decision, a column that says what meets the requirement, or one sentence for the whole
#   list. A requirement without either is left open.
# custom:
#   scope: repository
#   clause: "4.2"
#   activities: ["4.2-c"]
#   checks: ["4.2-3", "R-IP-2"]
#   kind: field
#   strength: shall
#   source: "27001:2022"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["parties?", "legal?"]
#   fold:
#     when: always
#     field: addressed
#     message: "whether the ISMS takes the requirement on is not shown for {n} of {m} entries: {ids}"
#   remedy: >-
#     Say for each requirement yes or no, or what meets it, or write one sentence above the list that all of them are
#     taken on.
package ismslint.rules.interested_parties.requirements_taken_on

import data.ismslint.lib

_fields := ["addressed", "addressed_by", "addressed_refs", "reason_not_addressed"]

evidence contains lib.evidence(_parties, concat("/", ["columns", name])) if {
	name := [name | some name in _fields; some party in _parties.entries; lib.filled(party[name])][0]
}

evidence contains lib.indicated(lib.evidence(_legal, "columns/addressed_by")) if {
	some duty in _legal.entries
	lib.filled(duty.addressed_by)
}

evidence contains lib.indicated(lib.evidence(input.isms.types[type].items[0], ".")) if {
	some type in _texts
	input.isms.types[type].cues["taken-on-all"]
}

# Of a party without a requirement requirements-recorded speaks.
findings contains lib.finding(party, "addressed", sprintf("%s does not show whether the ISMS takes the requirement on", [party.label])) if {
	_kept
	not _sentence
	some party in _parties.entries
	lib.filled(party.requirements)
	every name in _fields {
		not lib.filled(party[name])
	}
	not party.status.value in {"closed", "cancelled"}
}

# The engine's column_absent does not know the sentence for the whole list.
findings contains lib.at_most(lib.finding(_parties, "columns", message), "note") if {
	_parties.state == "present"
	not _kept
	not _sentence
	lib.column(_parties, "requirements")
	message := "the register of interested parties has no column that shows which requirements the ISMS takes on"
}

_parties := input.isms.registers.parties

_legal := input.isms.registers.legal

_texts := ["context.parties", "context"]

_sentence if {
	some type in _texts
	input.isms.types[type].cues["taken-on-all"]
}

_kept if {
	some name in _fields
	lib.column(_parties, name)
}
