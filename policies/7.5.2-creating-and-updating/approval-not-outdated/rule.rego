# METADATA
# title: A document was not changed after its approval
# description: >-
#   An approval is of the text that was there. Where the version history has a newer version than the date of
#   approval, by more than a week, and the head says that this newer version is in force, what holds was not
#   approved, as far as the document shows. Changes that call themselves editorial, registers, drafts, and
#   organisations whose approval is the pull request are left alone.
# custom:
#   scope: document
#   clause: "7.5.2"
#   activities: ["7.5.2-c"]
#   checks: ["7.5.2-3", "R-DOC-6"]
#   kind: sequence
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Have the new version approved and record the date in the head, or say in the history that the change was
#     editorial.
package ismslint.rules.creating_and_updating.approval_not_outdated

import data.ismslint.lib

evidence contains lib.evidence(input.document, "approved_on") if {
	_asked
	count(_versions) > 0
	count(_later) == 0
}

findings contains lib.with_related(lib.finding(input.document, "approved_on", message), [lib.place(_later[0], "date", "the newer version")]) if {
	_asked
	count(_later) > 0
	message := sprintf("%s: approved on %s, version %s is of %s", [input.document.title, _meta.approved_on.raw, _later[0].version.raw, _later[0].date.raw])
}

_meta := input.document.metadata

# The approval in the head is that of the version in the head.
_asked if {
	input.document.section == ""
	input.document.evidence
	not input.document.kind in {"record", "minutes", "report", "register"}
	lib.filled(_meta.approved_on)
	lib.filled(_meta.version)
	not _meta.status.value in {"draft", "in-review", "superseded", "withdrawn"}
	input.isms.organization.approval != "pull-request"
}

_versions := [row | some row in input.document.history; row.version.value == _meta.version.value; lib.filled(row.date)]

_later := [row |
	some row in _versions
	row.date.value.from > isms.plus(_meta.approved_on.value.until, {"months": 0, "days": 7})
	row.date.value.until <= input.isms.as_of
	not lib.filled(row.editorial)
]
