# METADATA
# title: The issues cover outside and inside
# description: >-
#   The clause asks for circumstances outside the organisation and for those inside it. Looked at is the side of each
#   issue, as a column, the heading or the group row above it says. A list with one side only leaves half of
#   the question open.
# custom:
#   scope: repository
#   clause: "4.1"
#   activities: ["4.1-a", "4.1-b"]
#   checks: ["4.1-2", "R-ISS-1"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [issues]
#   remedy: Add the issues of the other side, or the word that there are none.
package ismslint.rules.context.both_sides

import data.ismslint.lib

evidence contains lib.evidence(_issues, "columns/side") if {
	_has.external
	_has.internal
}

findings contains lib.concerning(lib.finding(_issues, "columns/side", message), [activity]) if {
	some [side, other, activity] in [["external", "internal", "4.1-b"], ["internal", "external", "4.1-a"]]
	_has[side]
	not _has[other]

	# Fewer are a fragment. Where the side of some is open, the other side may be among them.
	count(_active) > 2
	every issue in _active {
		lib.filled(issue.side)
	}
	message := sprintf("the register of issues at %s lists only %s issues", [_issues._path, side])
}

_issues := input.isms.registers.issues

_active := [issue |
	some issue in _issues.entries
	not issue.status.value in {"closed", "cancelled", "done"}
]

_has[side] := true if {
	some side in {"external", "internal"}
	some issue in _active
	issue.side.value == side
}
