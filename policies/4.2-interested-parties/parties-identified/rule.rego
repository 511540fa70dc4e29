# METADATA
# title: Interested parties are identified
# description: >-
#   The clause asks to find out which parties matter for the management system. It asks for no document. Looked for is
#   a register, a table or a section of that name. Without it nothing shows whose requirements the scope and the
#   controls answer to.
# custom:
#   scope: repository
#   clause: "4.2"
#   activities: ["4.2-a"]
#   checks: ["4.2-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   level_determined: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["parties?"]
#   remedy: >-
#     List who has a stake in your information security and what they require, or say in isms.yaml where it is: under
#     `documents` if it is here under another name, under `outside` if it is kept elsewhere.
package ismslint.rules.interested_parties.parties_identified

import data.ismslint.lib

evidence contains lib.evidence(_parties, "columns/name") if count(_parties.entries) > 0

evidence contains lib.evidence(item, ".") if {
	count(_parties.entries) == 0
	some item in _documents.items
}

findings contains lib.indicated(lib.absence(_documents, lib.item(["parties", "context.parties"]), concat("; ", _looked))) if {
	count(_parties.entries) == 0
	count(_documents.items) == 0
}

_parties := input.isms.registers.parties

_documents := input.isms.types["context.parties"]

_looked := [part | some part in ["no interested parties were recognised in a register, table or section", _seen]; part != ""]

# What stood in the way.
_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _documents.others[0]
} else := ""
