# METADATA
# title: Legal, regulatory and contractual requirements are listed
# description: >-
#   What authorities and customers require is easiest to follow in a list of laws, regulations and contracts. Looked
#   for is a register or document of that name, or legal and contractual requirements with their source in the
#   register of parties. Where the Statement of Applicability applies the control on such requirements (5.31, in 2013
#   A.18.1.1), whose text asks to document them, the finding is louder.
# custom:
#   scope: repository
#   clause: "4.2"
#   activities: ["4.2-b"]
#   checks: ["4.2-5"]
#   kind: presence
#   strength: should
#   source: practice
#   level: warning
#   level_determined: warning
#   certainty: indicates
#   small_organization: keep
#   needs: ["legal?", "parties?", "soa?"]
#   remedy: >-
#     List the laws, regulations and contracts that ask for information security, or say in isms.yaml under `outside`
#     where the list is kept.
package ismslint.rules.interested_parties.legal_requirements_listed

import data.ismslint.lib

evidence contains lib.evidence(_legal, ".") if count(_legal.entries) > 0

evidence contains lib.evidence(item, ".") if {
	count(_legal.entries) == 0
	some item in _documents.items
}

evidence contains lib.evidence(_parties, "columns/source") if _sourced

findings contains lib.at_most(lib.absence(_documents, "legal", concat("", [_unseen, _asked])), _at_most) if {
	count(_legal.entries) == 0
	count(_documents.items) == 0
	not _sourced
}

_legal := input.isms.registers.legal

_parties := input.isms.registers.parties

_documents := input.isms.types.legal

_unseen := "no list of legal, regulatory and contractual requirements was recognised"

_asked := sprintf(", and %s on documenting them is applied", [_control.label]) if {
	_control
} else := ""

_at_most := "warning" if {
	_control
} else := "warning" if {
	input.isms.organization.determined.legal
} else := "note"

# The parties' requirements stand there with where they come from.
_sourced if {
	some party in _parties.entries
	lib.filled(party.requirements)
	lib.filled(party.source)
}

_control := control if {
	some id in ["5.31", "A.18.1.1"]
	control := _soa.entries[_soa.row[id]]
	control.applicable.value == "yes"
}

_soa := input.isms.registers.soa
