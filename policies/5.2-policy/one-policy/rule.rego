# METADATA
# title: There is one information security policy
# description: >-
#   The clause speaks of one policy. Two documents in force that both present themselves as the information
#   security policy leave open which one holds. Translations, drafts, statements and summaries, policies on a topic
#   and documents of the same name in other folders, such as those of several companies, are left alone.
# custom:
#   scope: repository
#   clause: "5.2"
#   activities: ["5.2-e"]
#   checks: ["5.2-11"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Merge the two, set the status of one to superseded, or give one of them its real type under `documents` in
#     isms.yaml.
package ismslint.rules.policy.one_policy

import data.ismslint.lib

evidence contains lib.evidence(_policies[0], ".") if count(_policies) == 1

findings contains lib.with_related(
	lib.finding(other, ".", sprintf(
		"%s and %s both present themselves as the information security policy",
		[first._path, other._path],
	)),
	[lib.place(first, ".", "the other one")],
) if {
	first := _policies[0]
	some i, other in _policies
	i > 0
	first.language == other.language
	not _copies(first, other)
}

# Whole documents in force; a section of a manual beside the policy only speaks of it.
_policies := [document |
	some document in input.isms.documents
	document.type == "policy.infosec"
	document.evidence
	document.section == ""
	document.topic == ""
	document.language != ""
	not document.metadata.status.value in {"draft", "in-review"}
	not lib.filled(document.metadata.translated_from)
	not _is_extract(document)
]

_is_extract(document) if {
	some word in ["statement", "summary", "overview", "one page", "erklärung", "kurzfassung", "zusammenfassung"]
	contains(lower(document.title), word)
}

_copies(a, b) if {
	_name(a._path) == _name(b._path)
	a._path != b._path
}

_name(path) := lower(parts[count(parts) - 1]) if parts := split(path, "/")
