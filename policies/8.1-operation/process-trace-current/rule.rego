# METADATA
# title: The records named for a process are as recent as its own frequency
# description: >-
#   The clause asks to keep what gives confidence that the processes ran as planned. Where a process names its
#   records and says how often it runs, the newest of the records that are here and have a date is not older than
#   that.
# custom:
#   scope: repository
#   clause: "8.1"
#   activities: ["8.1-c"]
#   checks: ["8.1-2", R-PRC-4]
#   kind: freshness
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["processes?", "soa?"]
#   remedy: >-
#     Name the newest record of the process, or run it.
package ismslint.rules.operation.process_trace_current

import data.ismslint.lib

evidence contains lib.evidence(input.isms.registers[kind], "columns/evidence") if {
	some kind in ["processes", "soa"]
	some entry in input.isms.registers[kind].entries
	some ref in entry.evidence.value
	ref.exists
}

findings contains lib.with_related(lib.finding(process, "evidence", message), places) if {
	some process in input.isms.registers.processes.entries
	lib.open(process)
	not process.status.value == "open"
	lib.filled(process.frequency)
	newest := max([[date, ref.path] | some ref in process.evidence.value; some date in lib.dates[ref.path]])
	isms.plus(newest[0], process.frequency.value) < input.isms.as_of
	message := sprintf("the newest record named for %s is of %s, planned \"%s\"", [process.label, newest[0], process.frequency.raw])
	places := [{"path": newest[1], "pos": "1:1:1:2", "message": sprintf("dated %s", [newest[0]])}]
}
