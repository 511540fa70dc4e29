# METADATA
# title: Who approved the documents is shown, or isms.yaml says that the pull request does it
# description: >-
#   The clause asks to have documents reviewed and approved. An approver in the head or in the version history
#   shows it, and so does the review of a pull request where isms.yaml says `approval: pull-request`. One note is
#   given where no controlled document shows either.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-c"]
#   checks: ["7.5.2-2"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Enter who approved a document, or say in isms.yaml with `approval: pull-request` that the review of the
#     change is the approval.
package ismslint.rules.creating_and_updating.approval_shown

import data.ismslint.lib

# Each document shows its own approver: approval-settled. Here, what holds for all.
evidence contains lib.evidence(input.isms.organization, "approval") if _by_review

findings contains lib.indicated(lib.finding(input.isms.anchor, ".", message)) if {
	not _by_review
	count(_controlled) > 0
	count(_approved) == 0
	message := sprintf("none of the %d documents here shows who approved it", [count(_controlled)])
}

_by_review if input.isms.organization.approval == "pull-request"

_controlled := [document |
	some document in input.isms.documents
	document.evidence
	document.section == ""
	document.kind in {"policy", "procedure", "plan", "document"}
	document.type != ""
	not document.metadata.status.value in {"draft", "in-review"}
]

# A line that is there and open is reported at the document.
_approved contains document._path if {
	some document in _controlled
	some field in ["approved_by", "approved_on"]
	document._pos[concat("/", ["metadata", field])]
}

_approved contains entry._path if {
	some entry in input.isms.registers.documents.entries
	lib.filled(entry.approved_by)
}
