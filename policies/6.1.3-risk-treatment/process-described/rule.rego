# METADATA
# title: The risk treatment process is described
# description: >-
#   The clause asks to keep documented information about the process of risk treatment. Looked for is a procedure on
#   risk treatment, a document or section that cites the clause, and a methodology of risk management, which may hold
#   both assessment and treatment. What the description deals with is another rule's business.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-g", "7.5.1-a"]
#   checks: ["6.1.3-10", "R-DOC-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Describe in a page how options and controls are chosen, how they are compared with Annex A, how plans are made
#     and who approves them, or say in isms.yaml where that is written.
package ismslint.rules.risk_treatment.process_described

import data.ismslint.lib

evidence contains lib.evidence(item, ".") if some item in _described

# A methodology may be on assessment only: process-steps says what it deals with.
evidence contains lib.indicated(lib.evidence(item, ".")) if some item in _methodologies

findings contains lib.absence(input.isms.anchor, "methodology.risk", concat("; ", _looked)) if {
	count(_described) == 0
	count(_methodologies) == 0
	count(_plans) == 0
}

_methodology := input.isms.types["methodology.risk"]

# Minutes and reports tell of the process, and do not describe it.
_methodologies := [item | some item in _methodology.items; not _records[item._path]]

# A document on risk treatment may hold its options and their use: then process-steps looks at it.
_plans := [item | some item in input.isms.types.treatments.items; not _records[item._path]]

_records := {document._path | some document in input.isms.documents; document.section == ""; document.kind in {"minutes", "report", "record"}}

_described := [section |
	some section in object.get(input.isms.sections_by_clause, "6.1.3", [])
	not _records[section._path]
]

_looked := [part |
	some part in [
		"no description of the risk treatment process was recognised, neither in a methodology of risk management nor in a procedure on risk treatment",
		_seen,
	]
	part != ""
]

_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _methodology.others[0]
} else := ""
