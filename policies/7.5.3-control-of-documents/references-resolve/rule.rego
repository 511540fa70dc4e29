# METADATA
# title: What a register refers to is there
# description: >-
#   Entries lead to each other by ids and to documents by paths: a risk to its treatments, a treatment to what shows
#   that it was carried out. An id of a form that the registers here use and that none of them has, and a path to a
#   file that is not in the repository, lead nowhere. Ids of other forms belong to systems elsewhere and are left alone,
#   and so is what another rule speaks of already.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-a"]
#   checks: ["7.5.3-1"]
#   kind: xref
#   strength: shall
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   gives_way: true
#   remedy: >-
#     Correct the reference, or add what it refers to.
package ismslint.rules.control_of_documents.references_resolve

import data.ismslint.lib

evidence contains lib.evidence(entry, field) if {
	some kind, fields in _fields
	some field in fields
	some entry in input.isms.registers[kind].entries
	some ref in entry[field].value
	ref.exists
	ref.path != ""
}

findings contains lib.finding(entry, _place(entry, field, i), message) if {
	some kind, fields in _fields
	register := input.isms.registers[kind]
	register.decided
	some field in fields
	lib.column(register, field)
	some entry in register.entries
	some i, ref in entry[field].value
	what := _dead(ref)
	message := sprintf("%s: %s names %s", [entry.label, data.catalogue.registers[kind].fields[field], what])
}

# "A." and numbers are Annex A's.
findings contains lib.finding(entry, _place(entry, "controls", i), message) if {
	some kind in ["treatments", "legal", "audits", "risks"]
	register := input.isms.registers[kind]
	register.decided
	lib.column(register, "controls")
	some entry in register.entries
	some i, control in entry.controls.value
	startswith(control.id, "A.")
	count(split(control.id, ".")) in {3, 4}
	not _known[control.id]
	message := sprintf("%s names control %s, which Annex A does not have", [entry.label, control.raw])
}

_known contains id if {
	some _, controls in data.catalogue.controls
	some id, _ in controls
}

findings contains lib.finding(register, "based_on", message) if {
	some register in input.isms.registers
	some ref in register.header.based_on.value
	what := _dead(ref)
	message := sprintf("%s is based on %s", [register.title, what])
}

_place(entry, field, i) := place if {
	place := sprintf("%s/%d", [field, i])
	entry._pos[place]
} else := field

_dead(ref) := sprintf("%s, which no register here has", [ref.id]) if {
	ref.path == ""
	ref.id != ""
	not input.isms.ids[ref.id]
	_series[_of(ref.id)]
}

# A bare name may be that of a file in another folder.
_dead(ref) := sprintf("%s, which does not exist", [ref.raw]) if {
	ref.path != ""
	not ref.exists
	contains(ref.raw, "/")
	some ending in [".md", ".yaml", ".yml", ".csv", ".pdf", ".docx", ".xlsx", ".html", ".txt"]
	endswith(lower(ref.path), ending)
}

# Series of ids that at least two entries have: that of RSK-001, that of NC-2026-01.
_series contains series if {
	some series, ids in _by_series
	count(ids) >= 2
}

_by_series[_of(id)] contains id if some id, _ in input.isms.ids

_of(id) := sprintf("%s/%d", [parts[0], count(parts)]) if {
	parts := split(id, "-")
	count(parts) > 1
	not contains(id, ".")
	not contains(id, " ")
}

_fields := {
	"issues": ["planning_refs", "risk_refs"],
	"parties": ["addressed_refs"],
	"processes": ["interacts_with", "documents", "evidence"],
	"risks": ["source", "assets", "treatments", "process_refs", "acceptance_evidence"],
	"planning": ["source", "integrated_in"],
	"treatments": ["risks", "evidence"],
	"objectives": ["policy_ref", "derived_from"],
	"awareness": ["material"],
	"measurements": ["refs"],
	"audits": ["programme_ref", "report", "nonconformity"],
	"reviews": ["minutes"],
	"nonconformities": ["source_ref", "evidence"],
	"improvements": ["source_ref"],
	"changes": ["assessment_refs"],
	"suppliers": ["risks", "processes", "agreement_refs"],
	"legal": ["party", "addressed_by", "evidence"],
	"incidents": ["risks", "nonconformity", "improvements"],
	"exceptions": ["risk", "risk_refs", "rule_refs"],
}
