# METADATA
# title: An approval is not taken away
# description: >-
#   Documents are approved before they are used. A pull request in which a document in force loses its approver or
#   the date of its approval leaves it without one; a draft is none in force.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-c"]
#   checks: []
#   kind: diff
#   strength: should
#   source: "practice"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Bring the approval back, let the new text be approved, or mark the document as a draft.
package ismslint.rules.change.approval_removed

import data.ismslint.lib

evidence contains lib.evidence(change.after, "approved_by") if {
	some change in _documents
	lib.filled(change.after.metadata.approved_by)
}

findings contains lib.finding(change.after, ".", sprintf("%s lost %s, and is not marked as a draft", [lib.name(change.after), concat(" and ", lost)])) if {
	input.isms.organization.approval != "pull-request"
	some change in _documents
	lost := [words |
		some [field, words] in [["approved_by", "its approver"], ["approved_on", "its date of approval"]]
		lib.filled(change.before.metadata[field])
		not lib.filled(change.after.metadata[field])
	]
	count(lost) > 0
}

_documents contains change if {
	some change in input.isms.change.documents
	change.how in {"changed", "moved"}
	change.after.evidence
	not change.after.metadata.status.value in {"draft", "in-review", "withdrawn", "superseded"}
}
