# METADATA
# title: There is a dated record that processes of the ISMS ran
# description: >-
#   The clause asks to run the processes under control and to keep as much on record as gives confidence that they
#   ran as planned; how much that is the organisation judges. Looked for is at least one record with a date: a review
#   of access, a test, a log, an incident, a change, a review of a supplier, a training, a measurement, an
#   assessment, an audit. A procedure says how something is done and not that it was.
# custom:
#   scope: repository
#   clause: "8.1"
#   activities: ["8.1-a", "8.1-c", "7.5.1-a"]
#   checks: ["8.1-9"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: note
#   level_determined: warning
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Keep a dated trace of what was done, such as the minutes of a review or the result of a test, or say in
#     isms.yaml under `outside` where such records are.
package ismslint.rules.operation.operation_recorded

import data.ismslint.lib

evidence contains lib.evidence_date(lib.evidence(item, "."), item.date) if {
	some type in _types
	newest := max([[item.date, i] | some i, item in input.isms.types[type].items; item.date <= input.isms.as_of])
	item := input.isms.types[type].items[newest[1]]
}

evidence contains lib.evidence_date(lib.evidence(register, concat("/", ["columns", field])), _newest[kind]) if {
	some kind, field in _dated
	register := input.isms.registers[kind]
	_newest[kind]
}

findings contains lib.absence(input.isms.anchor, "processes", _message) if count(_any) == 0

# Kinds of records, and the date in a register that says when something took place.
_types := [
	"record.access-review", "record.restore-test", "record.continuity-test", "record.maintenance", "record.disposal",
	"report.threat", "report.bia", "report.kpi",
]

_dated := {
	"incidents": "occurred_on", "changes": "done_on", "suppliers": "reviewed_on", "competence": "achieved_on",
	"awareness": "delivered_on", "measurements": "result_on", "exceptions": "approved_on",
	"risks": "assessed_on", "treatments": "done_on", "audits": "performed_on", "reviews": "date",
	"nonconformities": "raised_on",
}

_newest[kind] := max(past) if {
	some kind, field in _dated
	past := [until |
		some entry in input.isms.registers[kind].entries
		until := entry[field].value.until
		entry[field].value.from <= input.isms.as_of
	]
	count(past) > 0
}

_any contains kind if some kind, _ in _newest

_any contains type if {
	some type in _types
	some item in input.isms.types[type].items
	item.date <= input.isms.as_of
}

_message := "no record was recognised that a process of the ISMS ran as planned: no dated review, test, log, incident, change or measurement"
