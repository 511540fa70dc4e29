# METADATA
# title: There is one scope of the management system
# description: >-
#   Two documents in force that both present themselves as the scope of the ISMS leave open which one holds.
#   Translations, drafts, documents of another management system and documents of the same name in other folders, such
#   as those of several companies, are left alone.
# custom:
#   scope: repository
#   clause: "4.3"
#   activities: ["4.3-e"]
#   checks: ["4.3-9"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Merge the two, set the status of one to superseded, or give one of them its real type under `documents` in
#     isms.yaml.
package ismslint.rules.scope.one_scope

import data.ismslint.lib

evidence contains lib.evidence(_scopes[0], ".") if count(_scopes) == 1

findings contains lib.with_related(
	lib.finding(other, ".", sprintf("%s and %s both present themselves as the scope of the ISMS", [first._path, other._path])),
	[lib.place(first, ".", "the other one")],
) if {
	first := _scopes[0]
	some i, other in _scopes
	i > 0
	first.language == other.language
	not _copies(first, other)
}

# Whole documents in force; a section of a manual beside the scope only speaks of it.
_scopes := [document |
	some document in input.isms.documents
	document.type == "scope"
	document.evidence
	document.section == ""
	document.language != ""
	not document.metadata.status.value in {"draft", "in-review"}
	not lib.filled(document.metadata.translated_from)
	not _of_something_else(document)
]

# A certificate, site or project has a scope of its own.
_of_something_else(document) if {
	some word in ["certificat", "zertifi", "audit", "project", "projekt", "site ", "standort", "statement of work"]
	contains(lower(document.title), word)
}

_copies(a, b) if {
	_name(a._path) == _name(b._path)
	a._path != b._path
}

_name(path) := lower(parts[count(parts) - 1]) if parts := split(path, "/")
