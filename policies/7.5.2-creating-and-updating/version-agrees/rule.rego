# METADATA
# title: The version in the head is the newest in the version history
# description: >-
#   A document that says one version in its head and another in the newest line of its history leaves open which
#   text holds. Versions are compared as numbers, so that 1.0 and v1 are the same. A history whose newest lines
#   have the same date may name any of them.
# custom:
#   scope: document
#   clause: "7.5.2"
#   activities: ["7.5.2-a"]
#   checks: ["7.5.2-7"]
#   kind: consistency
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Correct the version in the head, or add the line to the history.
package ismslint.rules.creating_and_updating.version_agrees

import data.ismslint.lib

evidence contains lib.evidence(input.document, "version") if {
	_compared
	_agrees
}

findings contains lib.with_related(
	lib.finding(input.document, "version", message),
	[lib.place(_newest[0], "version", "the newest line of the history")],
) if {
	_compared
	not _agrees
	message := sprintf("%s: its head says version %s, the newest line of its history %s", [input.document.title, _head.raw, _newest[0].version.raw])
}

findings contains lib.with_related(
	lib.finding(input.document, "approved_by", message),
	[lib.place(_newest[0], "approved_by", "the newest line of the history")],
) if {
	_compared
	_agrees
	count(_newest) == 1
	lib.differ(input.document.metadata.approved_by, _newest[0].approved_by)
	message := sprintf("%s: its head says approved by %s, the newest line of its history %s", [
		input.document.title, input.document.metadata.approved_by.raw, _newest[0].approved_by.raw,
	])
}

_head := input.document.metadata.version

# A record of one event has no versions; a register may keep another history.
_compared if {
	input.document.section == ""
	not input.document.kind in {"record", "minutes", "report"}
	lib.filled(_head)
	count(_newest) > 0
}

_rows := [row | some row in input.document.history; lib.filled(row.version)]

_dated := [row | some row in _rows; row.date.value.until <= input.isms.as_of]

_last := max([row.date.value.until | some row in _dated])

# Without dates the newest line is at one of the ends.
_newest := [row | some row in _dated; row.date.value.until == _last] if count(_dated) > 0

_newest := [_rows[0], _rows[count(_rows) - 1]] if {
	count(_dated) == 0
	count(_rows) > 0
}

_agrees if {
	some row in _newest
	row.version.value == _head.value
}

# A version that is already prepared, dated in the future.
_agrees if {
	some row in _rows
	row.date.value.until > input.isms.as_of
	row.version.value == _head.value
}
