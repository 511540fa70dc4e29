# METADATA
# title: The processes of the management system are named
# description: >-
#   The 2022 edition makes the processes that the management system needs a part of it. Looked for is a register or
#   map of processes, a manual, or the procedures themselves. A register or manual is searched for the processes that
#   an ISMS usually has: risk assessment and treatment, competence and awareness, control of documents, monitoring,
#   internal audit, management review and corrective action. The standard gives no list; this one is practice.
# custom:
#   scope: repository
#   clause: "4.4"
#   activities: ["4.4-d"]
#   checks: ["4.4-2", "R-PRC-5"]
#   kind: coverage
#   strength: shall
#   source: "27001:2022"
#   level: note
#   level_determined: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["processes?"]
#   remedy: Name each process of the ISMS in one table, with its owner and what it hands to which other process.
package ismslint.rules.management_system.processes_named

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/name") if count(_register.entries) > 0

evidence contains lib.indicated(lib.evidence(item, ".")) if {
	count(_register.entries) == 0
	some item in _texts
}

evidence contains lib.indicated(lib.evidence(item, ".")) if {
	count(_register.entries) == 0
	count(_texts) == 0
	some item in _procedures
}

findings contains lib.indicated(lib.absence(input.isms.types.processes, lib.item(["processes", "isms-manual"]), _unseen)) if {
	count(_register.entries) == 0
	count(_texts) == 0
	not _procedures_do
}

findings contains lib.indicated(lib.finding(_place, ".", message)) if {
	count(_uncovered) > 0
	message := sprintf("%s was not recognised to include %s", [_name, lib.list(_uncovered)])
}

_register := input.isms.registers.processes

_texts := array.concat(input.isms.types.processes.items, input.isms.types["isms-manual"].items)

_kinds := ["methodology.risk", "procedure.document-control", "procedure.audit", "procedure.capa", "procedure.change", "plan.incident"]

_procedures := [item | some type in _kinds; item := input.isms.types[type].items[0]]

# Who determined a register of processes wants it.
_procedures_do if {
	count(_procedures) > 0
	not input.isms.organization.determined.processes
	not input.isms.organization.determined["isms-manual"]
}

_unseen := "no processes of the ISMS were recognised: no register or map of processes, no manual, no procedures"

_topics := [
	["process-assessment", "risk assessment"],
	["process-treatment", "risk treatment"],
	["process-competence", "competence and awareness"],
	["process-documents", "control of documents"],
	["process-monitoring", "monitoring and measurement"],
	["process-audit", "internal audit"],
	["process-review", "management review"],
	["process-correction", "corrective action"],
]

_uncovered := [topic |
	_place
	some [cue, topic] in _topics
	not input.isms.types.processes.cues[cue]
	not input.isms.types["isms-manual"].cues[cue]
	not _named[cue]
]

_named contains cue if {
	some process in _register.entries
	some cue, _ in process.mentions
}

# A section that calls itself a framework is no description of all processes.
_place := _register if {
	count(_register.entries) > 0
} else := [item | some item in _texts; item.section == ""][0]

_name := sprintf("the register of processes at %s", [_register._path]) if {
	count(_register.entries) > 0
} else := _place._path
