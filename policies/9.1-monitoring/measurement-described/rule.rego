# METADATA
# title: A text on measurement says what, how, when and by whom
# description: >-
#   The clause asks to determine what is measured, how, when and by whom, and how the results are judged. Where
#   that stands in a document or section and not in a register, its sentences and tables are searched for words on
#   each.
# custom:
#   scope: document
#   for: [measurements, "report.kpi"]
#   clause: "9.1"
#   activities: ["9.1-a", "9.1-b", "9.1-c", "9.1-d", "9.1-h"]
#   checks: ["9.1-1"]
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Add what is not said yet, or point to where it is by `isms.addresses` in the front matter.
package ismslint.rules.monitoring.measurement_described

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_place(part), "."), [part.activity]) if some part in _parts

# Where there is a register with rows, its columns decide: measurement-determined.
findings contains lib.concerning(lib.finding(input.document, ".", message), [part.activity | some part in _open]) if {
	_is_first
	not input.document.stub
	input.document.language != ""
	count(input.isms.registers.measurements.entries) == 0
	count(_open) > 0
	message := sprintf("%s was not recognised to say %s", [input.document.title, lib.list([part.name | some part in _open])])
}

findings contains lib.concerning(lib.finding(input.document.addresses[part.activity], ".", lib.astray(part.activity)), [part.activity]) if {
	some part in _parts
}

_place(part) := lib.pointed(part.activity) if {
	lib.pointed(part.activity)
} else := input.document.cues[part.cue][0]

_is_first if {
	first := array.concat(input.isms.types.measurements.items, input.isms.types["report.kpi"].items)[0]
	first._path == input.document._path
	first.section == input.document.section
}

_parts := [
	{"activity": "9.1-a", "cue": "measure-what", "name": "what is measured"},
	{"activity": "9.1-b", "cue": "measure-how", "name": "how"},
	{"activity": "9.1-c", "cue": "measure-when", "name": "when"},
	{"activity": "9.1-d", "cue": "measure-who", "name": "by whom"},
	{"activity": "9.1-h", "cue": "measure-judged", "name": "how the results are judged"},
]

_open := [part |
	some part in _parts
	not input.isms.types.measurements.cues[part.cue]
	not input.isms.types["report.kpi"].cues[part.cue]
	not input.document.addresses[part.activity]
]
