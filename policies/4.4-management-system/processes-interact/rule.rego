# METADATA
# title: It shows how the processes interact
# description: >-
#   The 2022 edition makes the interactions of the processes a part of the management system. Looked for in the register of
#   processes are inputs and outputs, or the processes that each one works with; a sentence in the manual or a
#   process map does as well.
# custom:
#   scope: repository
#   clause: "4.4"
#   activities: ["4.4-d"]
#   checks: ["4.4-3", "R-PRC-3"]
#   kind: field
#   strength: shall
#   source: "27001:2022"
#   level: note
#   certainty: decides
#   small_organization: relax
#   needs: [processes]
#   fold:
#     when: always
#     field: interacts_with
#     message: "neither inputs and outputs nor the processes it works with are given for {n} of {m} processes: {ids}"
#   remedy: Say for each process what it takes and hands on, or with which other processes it works.
package ismslint.rules.management_system.processes_interact

import data.ismslint.lib

_fields := ["interacts_with", "process_inputs", "process_outputs"]

evidence contains lib.evidence(_processes, concat("/", ["columns", name])) if {
	name := [name | some name in _fields; some process in _processes.entries; lib.filled(process[name])][0]
}

evidence contains lib.indicated(lib.evidence(_texts[0], ".")) if {
	_sentence
	not _kept
}

findings contains lib.finding(process, "interacts_with", message) if {
	_kept
	some process in _processes.entries
	not lib.filled(process.interacts_with)
	not _passes(process)
	not process.status.value in {"closed", "cancelled"}
	message := sprintf("%s gives neither inputs and outputs nor the processes it works with", [process.label])
}

# The engine's column_absent does not know the sentence for all of them.
findings contains lib.finding(_processes, "columns", message) if {
	count(_processes.entries) > 0
	not _kept
	not _sentence
	message := "the register of processes has no column for inputs, outputs or the processes that each one works with"
}

_processes := input.isms.registers.processes

_texts := array.concat(input.isms.types.processes.items, input.isms.types["isms-manual"].items)

_passes(process) if {
	lib.filled(process.process_inputs)
	lib.filled(process.process_outputs)
}

_kept if {
	some name in _fields
	lib.column(_processes, name)
}

_sentence if {
	some type in ["processes", "isms-manual"]
	input.isms.types[type].cues["processes-interact"]
}
