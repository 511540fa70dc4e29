# METADATA
# title: A legal or contractual requirement that is not taken on says why
# description: >-
#   The organisation decides which requirements the management system takes on. A requirement of a law or a contract
#   that it does not take on raises a question that one sentence answers. It is practice; a requirement that is only
#   expected needs no reason.
# custom:
#   scope: repository
#   clause: "4.2"
#   activities: ["4.2-c"]
#   checks: ["R-IP-4"]
#   kind: field
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [parties]
#   column_absent:
#     register: parties
#     fields: [addressed]
#     level: quiet
#   remedy: Say in a few words why the requirement is not taken on, or where it is met instead.
package ismslint.rules.interested_parties.legal_refusal_explained

import data.ismslint.lib

evidence contains lib.evidence(party, "addressed") if {
	some party in _refused
	_explained(party)
}

findings contains lib.finding(party, "addressed", sprintf(
	"%s is %q and not taken on, and no reason is given",
	[party.label, party.requirement_type.raw],
)) if {
	some party in _refused
	lower(party.requirement_type.raw) in _binding
	not _explained(party)
}

_explained(party) if lib.filled(party.reason_not_addressed)

# What is done instead is a reason too.
_explained(party) if lib.filled(party.addressed_by)

_binding := {
	"legal", "law", "statutory", "regulatory", "regulation", "contractual", "contract", "legal-regulatory",
	"gesetzlich", "gesetz", "regulatorisch", "vertraglich", "vertrag",
}

_refused := [party | some party in input.isms.registers.parties.entries; party.addressed.value == "no"]
