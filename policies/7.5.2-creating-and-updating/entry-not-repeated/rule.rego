# METADATA
# title: One thing has one id
# description: >-
#   Two entries of a register with different ids that are alike in their title and in everything else that both say
#   are one thing entered twice. Whoever updates one of them leaves the other as it was. Entries with less than three
#   things said, and registers in which most rows are alike, are left alone.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-a"]
#   checks: []
#   kind: consistency
#   strength: should
#   source: practice
#   level: note
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Keep one of the two, or say in the title how they differ.
package ismslint.rules.creating_and_updating.entry_not_repeated

import data.ismslint.lib

evidence contains lib.evidence(register, "columns/id") if {
	some register in input.isms.registers
	count(register.row) > 1
	count(_alike) == 0
}

findings contains lib.with_related(
	lib.finding(second, "id", sprintf("%s says the same as %s", [second.id, first.id])),
	[lib.place(first, "id", "the other entry")],
) if {
	some [kind, indexes] in _alike
	count(_alike_in(kind)) * 4 < count(input.isms.registers[kind].entries)
	[first, second] := [input.isms.registers[kind].entries[i] | some i in indexes]
}

_alike_in(kind) := {indexes | some [other, indexes] in _alike; other == kind}

_alike contains [kind, [i, j]] if {
	some kind, titles in _by_title
	some _, same in titles
	count(same) == 2
	[i, j] := sort(same)
	first := input.isms.registers[kind].entries[i]
	second := input.isms.registers[kind].entries[j]
	first.id != second.id
	first.group == second.group
	first._path == second._path
	said := _said(first)
	count(said) >= _least
	said == _said(second)
	first.other == second.other
}

_least := 3

_by_title[kind][lower(entry[field].raw)] contains i if {
	some kind, field in _titles
	register := input.isms.registers[kind]
	register.decided
	some i, entry in register.entries
	entry.id != ""
	entry[field].raw != ""
}

_said(entry) := {name: field.raw |
	some name, field in entry
	name != "id"
	is_object(field)
	is_string(object.get(field, "raw", null))
	field.raw != ""
}

_titles := {
	"assets": "name",
	"changes": "what",
	"improvements": "text",
	"issues": "title",
	"legal": "title",
	"nonconformities": "description",
	"objectives": "statement",
	"risks": "title",
	"suppliers": "name",
	"treatments": "action",
}
