# METADATA
# title: Every clause from 4 to 10 leaves something to see
# description: >-
#   The clause asks to set up and run a management system along the standard; the other clauses together fulfil it.
#   Looked for is at least one document or register that belongs to each of the clauses 4 to 10. What single clauses
#   lack, their own rules say; this one speaks where most of them leave nothing to see, as in a collection of policies.
# custom:
#   scope: repository
#   clause: "4.4"
#   activities: ["4.4-a"]
#   checks: ["4.4-1"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Say in isms.yaml under `outside` where the rest of the management system is kept, or begin with the clauses whose
#     rules report documented information that the standard names.
package ismslint.rules.management_system.clauses_have_evidence

import data.ismslint.lib

evidence contains lib.evidence(places[0], ".") if some places in _seen

findings contains lib.finding(input.isms.anchor, ".", _message) if count(_unseen) > 3

_chapters := {
	"4": {
		"types": ["scope", "context", "context.parties", "isms-manual"],
		"registers": ["issues", "parties", "legal", "processes"],
	},
	"5": {"types": ["policy.infosec", "roles", "appointment"], "registers": ["roles"]},
	"6": {
		"types": ["methodology.risk", "soa", "objectives", "planning"],
		"registers": ["risks", "soa", "treatments", "objectives", "planning"],
	},
	"7": {
		"types": ["competence", "awareness", "communication", "resources", "procedure.document-control"],
		"registers": ["competence", "awareness", "communication", "resources", "documents"],
	},
	"8": {
		"types": ["plan.incident", "plan.continuity", "report.risk-assessment", "procedure.access", "procedure.change"],
		"registers": ["suppliers", "incidents", "changes", "exceptions"],
	},
	"9": {
		"types": ["programme.audit", "report.audit", "minutes.management-review", "report.kpi"],
		"registers": ["measurements", "audits", "reviews"],
	},
	"10": {"types": ["procedure.capa"], "registers": ["nonconformities", "improvements"]},
}

_order := ["4", "5", "6", "7", "8", "9", "10"]

_seen[number] := places if {
	some number, chapter in _chapters
	registers := [input.isms.registers[kind] | some kind in chapter.registers; input.isms.registers[kind].state == "present"]
	documents := [item | some type in chapter.types; some item in input.isms.types[type].items]
	places := array.concat(registers, documents)
	count(places) > 0
}

# That clause 10 leaves nothing to see may mean that nothing happened.
_unseen := [number | some number in _order; number != "10"; not _seen[number]]

_message := sprintf("nothing was recognised that belongs to clauses %s", [concat(", ", _unseen)])
