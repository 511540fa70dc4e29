# METADATA
# title: Controlled documents are identified the way most of them are
# description: >-
#   The clause asks for suitable identification and description. Title, id, version, date and owner are examples,
#   and none is required by itself. Looked at are the keys that at least half of the policies, procedures, plans
#   and other controlled documents carry, in whatever form: a document without one of them is reported. Records,
#   indexes and what a register of documents describes are left alone. One note is given where most documents have
#   nothing but a title.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-a"]
#   checks: ["7.5.2-1", "R-DOC-2"]
#   kind: metadata
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Add the missing keys to the head of the document, in the form that the others use.
package ismslint.rules.creating_and_updating.documents_identified

import data.ismslint.lib

# One place for each key: the first document that carries it.
evidence contains lib.evidence(_controlled[min(_carriers[key])], key) if some key in _usual

findings contains lib.finding(document, _keys[absent[0]][0], message) if {
	count(_incomplete) <= _few
	some i, absent in _incomplete
	document := _controlled[i]
	message := sprintf("%s has no %s, which most of the %d documents here carry", [document.title, concat(", no ", absent), count(_controlled)])
}

# Many are one habit.
findings contains lib.finding(input.isms.anchor, ".", message) if {
	count(_incomplete) > _few
	message := sprintf("%d of %d documents lack %s, which the others carry: %s", [
		count(_incomplete), count(_controlled),
		concat(" or ", {key | some _, absent in _incomplete; some key in absent}),
		lib.few([_controlled[i]._path | some i, _ in _incomplete]),
	])
}

findings contains lib.finding(input.isms.anchor, ".", message) if {
	count(_controlled) >= 3
	count(_usual) == 0
	message := sprintf("most of the %d documents here carry neither id, version, date nor owner", [count(_controlled)])
}

_few := 5

_kinds := {"policy", "procedure", "plan", "document"}

_controlled := [document |
	some document in input.isms.documents
	document.evidence
	document.section == ""
	document.type != ""
	document.kind in _kinds
	not document.metadata.status.value == "draft"
	not _listed[document._path]
]

# Keys, and the fields that are as good.
_keys := {"id": ["id"], "version": ["version"], "date": ["date", "approved_on", "last_reviewed"], "owner": ["owner", "author"]}

_carriers[key] contains i if {
	some key, fields in _keys
	some i, document in _controlled
	some field in fields
	_carries(document, field)
}

_carries(document, "id") if document.id != ""

_carries(document, field) if document.metadata[field].raw != ""

_usual := [key |
	some key in ["id", "version", "date", "owner"]
	count(_controlled) > 0
	count(object.get(_carriers, key, set())) * 2 >= count(_controlled)
	not _by_git(key)
]

# Git has versions and dates.
_by_git(key) if {
	key in {"version", "date"}
	input.isms.organization.versions == "git"
}

_incomplete[i] := absent if {
	some i, _ in _controlled
	absent := [key | some key in _usual; not _carriers[key][i]]
	count(absent) > 0
}

# What a register of documents with such columns describes.
_listed contains ref.path if {
	some field in ["version", "owner"]
	lib.column(input.isms.registers.documents, field)
	some entry in input.isms.registers.documents.entries
	some ref in entry.path.value
}
