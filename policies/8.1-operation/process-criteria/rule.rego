# METADATA
# title: Running processes have criteria
# description: >-
#   The 2022 edition asks for criteria for the processes and for control along them. Where the register of processes
#   has a column for criteria, it is filled for each process that runs.
# custom:
#   scope: repository
#   clause: "8.1"
#   activities: ["8.1-a"]
#   checks: ["8.1-1", R-PRC-1]
#   kind: field
#   strength: shall
#   source: 27001:2022
#   level: warning
#   levels:
#     "2013": "off"
#   certainty: decides
#   small_organization: keep
#   needs: [processes]
#   column_absent:
#     register: processes
#     fields: [criteria]
#     level: note
#     message: "{register} has no column for the criteria by which the processes are run"
#   remedy: >-
#     Say by what one sees that the process runs as it should: a date, a share, a time.
package ismslint.rules.operation.process_criteria

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/criteria") if {
	some process in _register.entries
	lib.filled(process.criteria)
}

findings contains lib.with_related(lib.finding(_without[0], "criteria", message), places) if {
	count(_without) > 0
	message := sprintf("no criteria are recorded by which the process runs: %s", [lib.ids(_without)])
	places := [lib.place(process, "criteria", "none here either") | some i, process in _without; i > 0]
}

_register := input.isms.registers.processes

_without := [process |
	some process in _register.entries
	not process.status.value in {"open", "cancelled", "closed"}
	lib.blank(process.criteria)
]
