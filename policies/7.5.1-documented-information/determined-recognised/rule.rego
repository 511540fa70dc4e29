# METADATA
# title: What the organisation determined is there
# description: >-
#   The clause asks to include what the organisation itself finds necessary. isms.yaml lists it under
#   `determined`. Each item is looked for among documents, sections and registers, and under `outside`. What the
#   rules of another clause look for anyway is reported there. Where nothing is determined, a register of
#   documents shows what the organisation includes.
# custom:
#   scope: repository
#   clause: "7.5.1"
#   activities: ["7.5.1-b"]
#   checks: ["7.5.1-2", "R-ORG-4"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["documents?"]
#   remedy: >-
#     Write the document or register, say in isms.yaml where it is (`documents` if it is here under another name,
#     `outside` if it is kept elsewhere), or take it off the list.
package ismslint.rules.documented_information.determined_recognised

import data.ismslint.lib

evidence contains lib.evidence(found, ".") if {
	some item, _ in input.isms.organization.determined
	found := _found(item)
}

evidence contains lib.evidence(_documents, ".") if {
	_documents.decided
	count(_documents.entries) > 0
}

findings contains lib.finding(input.isms.organization, concat("/", ["determined", item]), message) if {
	some item, _ in input.isms.organization.determined
	not _seen(item)
	not input.isms.organization.outside[item]
	not _elsewhere[item]
	message := sprintf("isms.yaml says that %s is needed, and nothing here was recognised as it%s", [item, _why(item)])
}

_documents := input.isms.registers.documents

# Looked for by the presence rules of other clauses.
_elsewhere := {
	"issues", "context", "parties", "context.parties", "legal", "scope", "processes", "isms-manual", "policy.infosec", "message",
	"roles", "appointment", "planning", "methodology.risk", "risk_criteria", "risks", "treatments", "soa", "objectives", "changes",
	"competence", "awareness", "training", "communication", "procedure.document-control", "measurements", "audits",
	"programme.audit", "report.audit", "reviews", "minutes.management-review", "nonconformities",
}

_found(item) := input.isms.types[item].items[0]

_found(item) := input.isms.registers[item] if {
	not input.isms.types[item].items[0]
	input.isms.registers[item].state in {"present", "empty"}
	input.isms.registers[item].decided
}

_seen(item) if _found(item)

# What cannot be read may well be there.
_seen(item) if input.isms.registers[item].state == "unreadable"

_why(item) := sprintf("; %s is not counted: %s", [other._path, other.why]) if {
	other := input.isms.types[item].others[0]
} else := ""
