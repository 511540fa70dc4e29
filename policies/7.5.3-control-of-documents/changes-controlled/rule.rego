# METADATA
# title: Versions of documents are kept
# description: >-
#   The clause asks to govern changes. A version in the head, a version history, or the word of isms.yaml that Git
#   keeps the versions shows that a change can be told from what was there before. One note is given where none of
#   the controlled documents shows any.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-e"]
#   checks: ["7.5.3-2"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Enter a version in the head of each document, or say in isms.yaml with `versions: git` that Git keeps the
#     versions.
package ismslint.rules.control_of_documents.changes_controlled

import data.ismslint.lib

evidence contains lib.evidence(input.isms.organization, "versions") if _by_git

evidence contains lib.evidence(_versioned[0], "version") if count(_versioned) > 0

findings contains lib.indicated(lib.finding(input.isms.anchor, ".", message)) if {
	not _by_git
	count(_controlled) > 0
	count(_versioned) == 0
	not input.isms.types["procedure.document-control"].cues["documents-changes"]
	message := sprintf("none of the %d documents here shows its version", [count(_controlled)])
}

_by_git if input.isms.organization.versions == "git"

_controlled := [document |
	some document in input.isms.documents
	document.evidence
	document.section == ""
	document.kind in {"policy", "procedure", "plan", "document"}
	document.type != ""
]

# The version may come from the version history.
_versioned := [document | some document in _controlled; lib.filled(document.metadata.version)]
