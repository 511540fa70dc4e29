# METADATA
# title: The scope is approved by top management
# description: >-
#   The guidance recommends that top management approves the scope: it decides what the organisation answers for.
#   Looked at is the approver that the document names, against isms.yaml, the register of roles and the usual
#   titles. A scope without any approver is left to the rules on document control.
# custom:
#   scope: document
#   for: [scope]
#   clause: "4.3"
#   activities: ["4.3-e"]
#   checks: ["4.3-6"]
#   kind: field
#   strength: should
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Have top management approve the scope, or name the members of top management under `organization` in isms.yaml.
package ismslint.rules.scope.approved_by_top_management

import data.ismslint.lib

evidence contains lib.evidence(input.document, "approved_by") if _approver.value.top

findings contains lib.finding(input.document, "approved_by", message) if {
	lib.leading
	lib.filled(_approver)
	not _approver.value.top
	message := sprintf("%s names %q as approver, who was not recognised as top management", [input.document.title, _approver.raw])
}

_approver := input.document.metadata.approved_by
