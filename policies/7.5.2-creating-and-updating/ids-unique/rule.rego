# METADATA
# title: An id belongs to one document
# description: >-
#   Two documents with one id cannot be told apart by it. Translations, a form and its filled copies, what was
#   superseded, and keys that hold the number of a clause or control or a category are left alone.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-a"]
#   checks: ["7.5.2-8", "R-DOC-11"]
#   kind: metadata
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Give one of the two documents an id of its own.
package ismslint.rules.creating_and_updating.ids_unique

import data.ismslint.lib

evidence contains lib.evidence(_carriers[0], "id") if {
	count(_carriers) > 0
	count(_twice) == 0
}

findings contains lib.with_related(
	lib.finding(second, "id", sprintf("id %s is carried by %s and by %s", [first.id, first._path, second._path])),
	[lib.place(first, "id", "the other document")],
) if {
	some [first, second] in _twice
}

# An id that many carry is a category.
_most := 2

_twice contains [first, second] if {
	some _, at in _by_id
	count(at) == _most
	[first, second] := [_carriers[i] | some i in sort(at)]
	first.language == second.language
	first.title != second.title
}

_by_id[lower(document.id)] contains i if some i, document in _carriers

_carriers := [document |
	some document in input.isms.documents
	document.evidence
	document.section == ""
	document.id != ""
	not document.kind in {"record", "minutes", "report"}
	not lib.filled(document.metadata.translated_from)
	not lower(trim_prefix(document.id, "A.")) in _numbers
]

# Numbers of the standard.
_numbers := {lower(id) | some _, controls in data.catalogue.controls; some id, _ in controls} | {substring(activity, 0, indexof(activity, "-")) | some activity, _ in data.catalogue.activities}
