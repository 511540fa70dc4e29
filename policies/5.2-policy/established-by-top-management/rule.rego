# METADATA
# title: Top management establishes the policy
# description: >-
#   The clause asks top management to establish the policy. Looked for is an approver in the header, in the newest
#   row of the version history or in a line of the text that signs or issues it: somebody whom isms.yaml or the
#   register of roles names as top management, or a title such as managing director or board. A policy that
#   somebody else approved binds nobody above that person.
# custom:
#   scope: document
#   for: [policy.infosec]
#   clause: "5.2"
#   activities: ["5.2-h", "5.1-a"]
#   checks: ["5.2-5"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Have top management approve the policy and record who did, or name the members of top management under
#     `organization` in isms.yaml.
package ismslint.rules.policy.established_by_top_management

import data.ismslint.lib

evidence contains lib.evidence(input.document, "approved_by") if _approver.value.top

evidence contains lib.evidence(_rows[0], ".") if not _approver.value.top

evidence contains lib.evidence(_signed[0], ".") if {
	lib.leading
	not _approver.value.top
	count(_rows) == 0
}

findings contains lib.finding(input.document, "approved_by", _message) if {
	not _approver.value.top
	count(_rows) == 0
	count(_signed) == 0
	not _draft

	# There the reviewer of the change approves, whom the tree does not name.
	input.isms.organization.approval != "pull-request"
}

_metadata := input.document.metadata

_approver := _metadata.approved_by

_signed := input.document.cues.signed

_rows := [row | some row in input.document.history; row.approved_by.value.top]

_draft if _metadata.status.value in {"draft", "in-review"}

_message := sprintf("%s names %q as approver, who was not recognised as top management", [input.document.title, _approver.raw]) if {
	lib.filled(_approver)
}

_message := sprintf("%s names no approver, and no line was recognised with which top management issues it", [input.document.title]) if {
	not lib.filled(_approver)
}
