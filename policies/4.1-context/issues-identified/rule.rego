# METADATA
# title: External and internal issues are identified
# description: >-
#   The clause asks to find out which circumstances outside and inside the organisation matter for what the
#   management system is meant to achieve. It asks for no document. Looked for is a register of issues, or a document
#   or section on the context that speaks of external or internal issues. Without them nothing shows what the scope
#   and the risks were derived from.
# custom:
#   scope: repository
#   clause: "4.1"
#   activities: ["4.1-a", "4.1-b"]
#   checks: ["4.1-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   level_determined: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["issues?"]
#   remedy: >-
#     List what outside and inside the organisation matters for information security, one short list is enough, or say
#     in isms.yaml where it is: under `documents` if it is here under another name, under `outside` if it is kept
#     elsewhere.
package ismslint.rules.context.issues_identified

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(issue, "title"), [activity]) if {
	some side, activity in {"external": "4.1-a", "internal": "4.1-b"}
	issue := _of(side)[0]
}

# Which side they are on is not said.
evidence contains lib.indicated(lib.evidence(_issues, "columns/title")) if {
	count(_issues.entries) > 0
	count(_of("external")) + count(_of("internal")) == 0
}

# What documents say gives evidence in both-sides-in-text; that a register has one side only, both-sides says.
findings contains lib.indicated(lib.absence(_place, lib.item(["issues", "context"]), concat("; ", _looked))) if {
	count(_issues.entries) == 0
	not _context.cues["context-external"]
	not _context.cues["context-internal"]
}

_issues := input.isms.registers.issues

_context := input.isms.types.context

_whole := [item | some item in _context.items; item.section == ""]

# A section on the organisation in some policy is no place to ask for them.
_place := input.isms.anchor if {
	count(_whole) == 0
	count(_context.items) > 0
} else := _context

_of(side) := [issue | some issue in _issues.entries; issue.side.value == side]

_looked := [part | some part in ["no external and internal issues were recognised in a register, document or section", _seen]; part != ""]

# What stood in the way.
_seen := sprintf("%s speaks of the context and was not recognised to name any", [_whole[0]._path]) if {
	count(_whole) > 0
} else := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _context.others[0]
} else := ""
