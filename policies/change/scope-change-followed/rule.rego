# METADATA
# title: What a new scope means for risks is followed up
# description: >-
#   A place, system or service that comes into the scope or leaves it changes risks and controls. A pull request
#   that adds rows or items to the scope, or takes some away, is looked at for a change in the risks, the Statement
#   of Applicability or the register of changes.
# custom:
#   scope: repository
#   clause: "4.3"
#   activities: ["4.3-a"]
#   checks: ["4.3-8"]
#   kind: diff
#   strength: should
#   source: "practice"
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Look whether the risks and controls still cover the scope, and enter the change.
package ismslint.rules.change.scope_change_followed

import data.ismslint.lib

evidence contains lib.evidence(change.after, ".") if {
	some change in _scopes
	count(_items(change)) > 0
	_followed
}

findings contains lib.with_related(lib.finding(items[0], ".", message), places) if {
	input.isms.registers.risks.state == "present"
	not _followed
	some change in _scopes
	items := _items(change)
	count(items) > 0
	places := [lib.place(item, ".", "and here") | some item in array.slice(items, 1, 10)]
	message := sprintf("the scope %s %s; neither risks nor Statement of Applicability were touched", [
		{"added": "gained", "removed": "lost"}[items[0].how], lib.excerpt(concat("", [items[0].was, items[0].text])),
	])
}

_scopes contains change if {
	some change in lib.revisions
	change.after.type == "scope"
}

_items(change) := [passage |
	some passage in change.passages
	passage.material
	passage.unit in {"item", "row"}
	passage.how in {"added", "removed"}
]

_followed if {
	some kind in ["risks", "soa", "changes"]
	count(input.isms.change.registers[kind].entries) > 0
}
