# METADATA
# title: Each entry of a register says what the others say
# description: >-
#   An entry that leaves open what all the others of its register state was not written to its end: whoever uses
#   the register misses it where it counts. Looked at are the fields that do not depend on how far an entry
#   has come. Reported is one entry, or a tenth of them; what many leave open is how the register is kept. An entry that
#   was not looked at when all the others were, and a register that has a head and no entry, are of the same kind. Where another rule speaks of the same cell, this one gives way.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-c"]
#   checks: []
#   kind: field
#   strength: should
#   source: practice
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   gives_way: true
#   remedy: >-
#     Fill in the cell, or say in it why there is nothing to say.
package ismslint.rules.creating_and_updating.entries_alike

import data.ismslint.lib

# A register that somebody looks through as a whole.
evidence contains lib.evidence(register, "last_reviewed") if {
	some register in input.isms.registers
	register.state == "present"
	lib.filled(register.header.last_reviewed)
}

findings contains _toned(lib.finding(entry, field, message), count(rows)) if {
	some kind, fields in _fields
	register := input.isms.registers[kind]
	register.decided
	some rows in _lists(kind, register)
	some field in fields
	lib.column(register, field)
	blank := [entry | some entry in rows; lib.blank(entry[field]); not _needless(entry, field)]
	_few(count(blank), count(rows))
	some entry in blank
	_enough(count(rows), entry)
	message := sprintf("%s: %s is empty, and %d of the %d entries beside it have it", [
		entry.label, data.catalogue.registers[kind].fields[field],
		count(rows) - count(blank), count(rows),
	])
}

# What the others of the same status say.
findings contains lib.finding(entry, field, message) if {
	some kind, fields in _by_status
	register := input.isms.registers[kind]
	register.decided
	some rows in _lists(kind, register)
	some status in {entry.status.value | some entry in rows; lib.filled(entry.status)}
	alike := [entry | some entry in rows; entry.status.value == status]
	count(alike) >= 4
	some field in fields
	lib.column(register, field)
	blank := [entry | some entry in alike; lib.blank(entry[field])]
	_few(count(blank), count(alike))
	some entry in blank
	message := sprintf("%s: %s is empty, and %d of the %d entries with the status \"%s\" have it", [
		entry.label, data.catalogue.registers[kind].fields[field],
		count(alike) - count(blank), count(alike), entry.status.raw,
	])
}

# The last look at one entry, where all the others were looked at since.
findings contains lib.finding(entry, "reviewed_on", message) if {
	some kind in ["issues", "parties", "suppliers", "legal", "assets"]
	register := input.isms.registers[kind]
	register.decided
	some rows in _lists(kind, register)
	count(rows) >= 5
	left := [entry | some entry in rows; entry.reviewed_on.value.age > _long]
	count(left) == 1
	others := [entry | some entry in rows; entry.reviewed_on.value.age <= _long]
	count(others) == count(rows) - 1
	entry := left[0]
	message := sprintf("%s was last reviewed on %s, all the others since", [entry.label, entry.reviewed_on.raw])
}

# A head without entries.
findings contains lib.finding(register, ".", message) if {
	some kind, _ in _fields
	register := input.isms.registers[kind]
	register.state == "empty"
	register.decided
	is_null(register.none)
	message := sprintf("%s has no entry, and nothing says that there is none to make", [register.title])
}

# A year and a half in days.
_long := 548

_toned(finding, rows) := finding if rows >= 5

_toned(finding, rows) := lib.at_most(finding, "note") if rows < 5

_few(1, rows) if rows > 2

# Of two, one is enough where both were written as data, in YAML.
_few(1, 2)

_enough(rows, _) if rows > 2

_enough(2, entry) if endswith(entry._path, ".yaml")

_few(blank, rows) if {
	blank > 1
	blank * 10 <= rows
}

# Entries of one kind in one list: plans and audits may share a file.
_lists(kind, register) := [rows |
	some list in {[entry._path, entry.group] | some entry in register.entries; not entry._path in _folder(register)}
	rows := [entry | some entry in register.entries; entry._path == list[0]; entry.group == list[1]; _counts(kind, entry)]
] if count(_folder(register)) == 0

_lists(kind, register) := [[entry | some entry in register.entries; _counts(kind, entry)]] if count(_folder(register)) > 0

# Files with one entry each.
_folder(register) := {entry._path |
	some entry in register.entries
	entry.structured
	count({other._path | some other in register.entries}) == count(register.entries)
	count(register.entries) > 1
}

_counts(kind, entry) if {
	not object.get(entry, ["status", "value"], "") in {"draft", "cancelled"}
	entry.id != ""
	not _other(kind, entry)
}

# What nobody planned has no purpose.
_other("changes", entry) if entry.planned.value == "no"

# Fields that depend on how far an entry has come.
_by_status := {
	"risks": ["treatments", "residual_level", "accepted_by", "accepted_on"],
	"treatments": ["done_on", "evidence", "result", "verified_by", "verified_on"],
	"objectives": ["result"],
	"planning": ["done_on", "evaluated_on", "result"],
	"improvements": ["done_on", "result"],
	"awareness": ["delivered_on", "verification_method", "verified_on", "result"],
	"nonconformities": ["cause", "effectiveness", "effectiveness_on", "closed_on"],
	"changes": ["done_on", "reviewed_on"],
}

# What is avoided, shared or retained needs no control.
_needless(treatment, "controls") if treatment.option.value != "modify"

_fields := {
	"issues": ["title", "side", "effect"],
	"parties": ["name", "requirements", "addressed", "addressed_by"],
	"processes": ["name", "owner", "criteria", "interacts_with"],
	"roles": ["role", "responsibilities", "authorities", "holders", "communicated_on"],
	"risks": ["title", "affects", "owner", "likelihood", "consequence", "level", "decision", "assessed_on", "source", "status"],
	"planning": ["statement", "action", "integrated_in", "evaluate_by", "owner", "due", "source"],
	"treatments": ["risks", "option", "controls", "action", "owner", "resources", "due", "approved_by", "status"],
	"objectives": ["statement", "policy_ref", "target", "actions", "resources", "owner", "due", "evaluation", "communicated_to"],
	"resources": ["need", "provided"],
	"competence": ["competence", "person", "role"],
	"awareness": ["topic", "audience", "messages", "owner"],
	"audits": ["planned_on", "frequency", "methods", "criteria", "scope", "auditors", "performed_on", "conclusion", "reported_to", "reported_on", "requirement", "finding"],
	"communication": ["what", "when", "with", "who", "how"],
	"measurements": ["name", "what", "method", "measure_when", "measure_by", "evaluate_when", "evaluate_by", "result"],
	"nonconformities": ["raised_on", "source", "description", "requirement", "correction", "cause", "corrective_action", "action_owner", "due", "status"],
	"improvements": ["text", "source", "owner", "due"],
	"changes": ["what", "owner", "purpose", "consequences", "approved_by"],
	"suppliers": ["name", "service", "owner", "agreement", "security_terms", "reviewed_on"],
	"legal": ["title", "obligation", "addressed_by", "owner"],
	"incidents": ["title", "summary", "severity", "cause", "owner", "occurred_on"],
	"assets": ["name", "owner", "classification"],
	"exceptions": ["rule", "reason", "approved_by", "expires_on"],
}
