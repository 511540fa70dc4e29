# METADATA
# title: A new version is approved by another than its author
# description: >-
#   Nothing forbids that authors approve their own texts, and in a small organisation it cannot be otherwise. Where
#   a pull request makes the author the only one who approved the new version, while somebody else did before, it is
#   worth a second look.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-c"]
#   checks: []
#   kind: diff
#   strength: should
#   source: "practice"
#   level: note
#   certainty: decides
#   small_organization: off
#   remedy: >-
#     Let somebody else read and approve the new version, or leave it with who approves such documents.
package ismslint.rules.change.approved_by_author

import data.ismslint.lib

evidence contains lib.evidence(change.after, "approved_by") if {
	some change in _documents
	lib.differ(change.after.metadata.approved_by, change.after.metadata.author)
}

findings contains lib.finding(change.after, "approved_by", message) if {
	some change in _documents
	_alone(change.after.metadata)
	not _alone(change.before.metadata)
	message := sprintf("%s is approved by its author alone now, and was approved by %s before", [
		lib.name(change.after), change.before.metadata.approved_by.raw,
	])
}

_documents contains change if {
	some change in input.isms.change.documents
	change.how in {"changed", "moved"}
	lib.any_field(change, ["approved_by", "author"])
	lib.filled(change.before.metadata.approved_by)
}

_alone(metadata) if {
	keys := {key | some key in metadata.approved_by.value.keys}
	count(keys) > 0
	count(keys - {key | some key in metadata.author.value.keys}) == 0
}
