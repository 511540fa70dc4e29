# METADATA
# title: The list of documents says the same as the documents
# description: >-
#   A list of documents repeats version, status, dates and owner of each. Where a document says something else of itself in
#   its head, a reader of the list works with the wrong one. A document is found by its path, its id or its exact
#   title; dates that overlap, owners that the register of roles does not know, and cells that cannot be read are left alone.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-a"]
#   checks: []
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [documents]
#   remedy: >-
#     Bring list and document to the same state, or make the list from the documents (ismslint documents).
package ismslint.rules.creating_and_updating.list_agrees

import data.ismslint.lib

evidence contains lib.evidence(entry, field) if {
	some [entry, document] in _pairs
	some field in _fields
	lib.filled(entry[field])
	lib.filled(document.metadata[field])
}

# The first field: a list that is behind is so in several.
findings contains lib.with_related(lib.finding(entry, field, message), [lib.place(document, field, "the document")]) if {
	some [entry, document] in _pairs
	field := [field | some field in _fields; _differs(field, entry[field], document.metadata[field])][0]
	message := sprintf("%s: %s is %q in this list and %q in %s", [_called(entry), replace(field, "_", " "), entry[field].raw, document.metadata[field].raw, document._path])
}

_fields := ["version", "status", "approved_on", "last_reviewed", "next_review", "owner"]

_pairs := [[entry, document] |
	some entry in input.isms.registers.documents.entries
	found := _documents(entry)
	count(found) == 1
	some i in found
	document := input.isms.documents[i]
	document._path != entry._path
	document.evidence
]

_documents(entry) := paths if {
	paths := {i | some ref in entry.path.value; ref.exists; i := _by_path[ref.path][_]}
	count(paths) > 0
} else := ids if {
	ids := {i | entry.id != ""; i := _by_id[entry.id][_]}
	count(ids) > 0
} else := {i | some i in _by_path[entry.title.raw]} | {i | entry.title.raw != ""; i := _by_title[lower(entry.title.raw)][_]}

_by_path[document._path] contains i if {
	some i, document in input.isms.documents
	document.section == ""
}

_by_id[document.id] contains i if {
	some i, document in input.isms.documents
	document.section == ""
	document.id != ""
}

_by_title[lower(document.title)] contains i if {
	some i, document in input.isms.documents
	document.section == ""
}

_differs("version", a, b) if {
	lib.filled(a)
	lib.filled(b)
	trim(a.value, "0123456789.") == ""
	trim(b.value, "0123456789.") == ""
	a.value != b.value
}

_differs("status", a, b) if {
	lib.filled(a)
	lib.filled(b)
	a.value != b.value
}

_differs(field, a, b) if {
	field in {"approved_on", "last_reviewed", "next_review"}
	a.value.until < b.value.from
}

_differs(field, a, b) if {
	field in {"approved_on", "last_reviewed", "next_review"}
	b.value.until < a.value.from
}

_differs("owner", a, b) if lib.differ(a, b)

_called(entry) := entry.title.raw if entry.title.raw != ""

_called(entry) := entry.label if entry.title.raw == ""
