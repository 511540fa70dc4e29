# METADATA
# title: Each risk or opportunity of the ISMS says what it comes from
# description: >-
#   The clause asks to start from the issues and from what interested parties require. Where the register has a
#   column for the source, each entry names one: then a change of an issue leads to the entries that it touches.
# custom:
#   scope: repository
#   clause: "6.1.1"
#   activities: ["6.1.1-a", "6.1.1-b"]
#   checks: ["6.1.1-2", R-RO-2]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [planning]
#   column_absent:
#     register: planning
#     fields: [source]
#     level: quiet
#   remedy: >-
#     Name the issue or the requirement that the entry comes from.
package ismslint.rules.risks_and_opportunities.traced_to_source

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/source") if {
	some item in _register.entries
	lib.filled(item.source)
}

findings contains lib.with_related(lib.finding(_untraced[0], "source", message), places) if {
	count(_untraced) > 0
	message := sprintf("not traced to an issue or a requirement: %s", [lib.ids(_untraced)])
	places := [lib.place(item, "source", "no source here either") | some i, item in _untraced; i > 0]
}

_register := input.isms.registers.planning

_untraced := [item | some item in _register.entries; lib.blank(item.source); not item.status.value == "cancelled"]
