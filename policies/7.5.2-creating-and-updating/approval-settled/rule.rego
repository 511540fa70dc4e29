# METADATA
# title: A document in force has no open approval
# description: >-
#   A document that calls itself approved, in force or active, and whose line for the approval is empty, pending
#   or a blank of a template, says two things at once. Drafts and documents in review are left alone, and so are
#   documents without such a line.
# custom:
#   scope: document
#   clause: "7.5.2"
#   activities: ["7.5.2-c"]
#   checks: ["7.5.2-2", "R-DOC-3"]
#   kind: metadata
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Have the document approved and enter by whom, or set its status to draft or in review.
package ismslint.rules.creating_and_updating.approval_settled

import data.ismslint.lib

evidence contains lib.evidence(input.document, "approved_by") if {
	input.document.section == ""
	lib.filled(input.document.metadata.approved_by)
	not input.document.metadata.status.value in {"draft", "in-review"}
}

findings contains lib.finding(input.document, "approved_by", sprintf("%s calls itself %s, and its approval is %s", [
	input.document.title, input.document.metadata.status.raw, _value,
])) if {
	input.document.section == ""
	not input.document.kind in {"record", "minutes", "report", "register"}
	input.document.metadata.status.value == "approved"
	_line
	not lib.filled(input.document.metadata.approved_by)
}

_line := input.document._pos["metadata/approved_by"]

_value := sprintf("%q", [input.document.metadata.approved_by.raw]) if input.document.metadata.approved_by.raw != ""

_value := "empty" if input.document.metadata.approved_by.raw == ""
