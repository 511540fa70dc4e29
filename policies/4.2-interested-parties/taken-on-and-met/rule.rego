# METADATA
# title: A requirement that is taken on names what meets it
# description: >-
#   It is good practice to point each requirement that the management system takes on to the control, document or
#   objective that meets it. Where the register of parties has a column for it, a requirement taken on with an empty
#   cell is met by nothing that a reader can follow.
# custom:
#   scope: repository
#   clause: "4.2"
#   activities: ["4.2-c"]
#   checks: ["4.2-4", "R-IP-3"]
#   kind: xref
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [parties]
#   column_absent:
#     register: parties
#     fields: [addressed_by, addressed_refs]
#     level: quiet
#   fold:
#     when: most
#     field: addressed_by
#     message: "{n} of {m} requirements name nothing that meets them: {ids}"
#   remedy: Name the control, document or objective that meets the requirement.
package ismslint.rules.interested_parties.taken_on_and_met

import data.ismslint.lib

evidence contains lib.evidence(_parties, "columns/addressed_by") if {
	some party in _parties.entries
	lib.filled(party.addressed_by)
}

# Without a decision either, requirements-taken-on speaks.
findings contains lib.finding(party, "addressed_by", sprintf("%s is taken on, and nothing is named that meets it", [party.label])) if {
	some party in _parties.entries
	party.addressed.value == "yes"
	not lib.filled(party.addressed_by)
	not lib.filled(party.addressed_refs)
	not party.status.value in {"closed", "cancelled"}
}

_parties := input.isms.registers.parties
