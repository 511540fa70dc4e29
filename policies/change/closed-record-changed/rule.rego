# METADATA
# title: What a closed record says stays as it was
# description: >-
#   A nonconformity or an audit that was closed is a record. A pull request that changes what was found, which
#   requirement it was or how grave, and does not open it again, makes the record say something else than what
#   happened.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-b", "10.1-h"]
#   checks: ["7.5.3-8", "R-NC-10"]
#   kind: diff
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Bring the record back and add what is new as a remark; or open it again and say why.
package ismslint.rules.change.closed_record_changed

import data.ismslint.lib

evidence contains lib.evidence(change.after, "status") if {
	some kind, _ in _fields
	some change in lib.changed_entry(kind)
	_closed(change.before)
	not _altered(kind, change)
}

findings contains lib.finding(change, field, message) if {
	some kind, _ in _fields
	some change in lib.changed_entry(kind)
	_closed(change.before)
	_closed(change.after)
	field := _altered(kind, change)
	message := sprintf("%s was closed%s; its %s was changed", [change.label, _when(change.before), replace(field, "_", " ")])
}

_fields := {
	"nonconformities": ["description", "requirement", "grade"],
	"audits": ["finding", "requirement", "grade", "conclusion"],
}

_altered(kind, change) := [field | some field in _fields[kind]; change.fields[field]; change.before[field].raw != ""][0]

_closed(entry) if entry.status.value in {"closed", "done"}

_when(entry) := sprintf(" on %s", [entry.closed_on.raw]) if lib.filled(entry.closed_on)

_when(entry) := "" if not lib.filled(object.get(entry, "closed_on", {"raw": "", "value": null}))
