# METADATA
# title: An id belongs to one entry of its register
# description: >-
#   Whoever cites a risk, a nonconformity or a supplier by its id ought to meet one entry. Two entries of a register
#   with the same id and different titles are two things under one name. Registers whose rows share an id by
#   their nature (controls of the Statement of Applicability, findings of one audit, records of one person), ids that belong to
#   another register, and lists that number each of their parts anew are left alone.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-a"]
#   checks: []
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Give one of the two entries an id of its own, and look at what refers to the old one.
package ismslint.rules.creating_and_updating.entry_ids_unique

import data.ismslint.lib

evidence contains lib.evidence(register, "columns/id") if {
	some register in input.isms.registers
	count(register.row) > 0
	count(register.duplicates) == 0
}

findings contains lib.with_related(
	lib.finding(second, "id", sprintf("%s is the id of two entries: %q here, %q there", [duplicate.id, _title(second), _title(first)])),
	[lib.place(first, "id", "the other entry")],
) if {
	some kind, register in input.isms.registers
	not kind in _shared
	register.decided
	_mostly_unique(register)
	some duplicate in register.duplicates
	count(duplicate.entries) == 2
	not _of_another(duplicate.id, kind)
	[first, second] := [register.entries[i] | some i in duplicate.entries]
	_same_numbering(first, second)
	not lib.audit_finding(second)
	lower(_title(first)) != lower(_title(second))
}

# Rows of these share an id by their nature, or other rules look at them.
_shared := {"measurements", "reviews", "risk_criteria", "soa"}

# Where many ids come back, they are no names of entries.
_mostly_unique(register) if count(register.duplicates) == 1

_mostly_unique(register) if {
	count(register.row) >= 3
	count(register.duplicates) * 3 <= count(register.row)
}

_of_another(id, kind) if {
	some other, register in input.isms.registers
	other != kind
	register.row[id] >= 0
}

_same_numbering(first, second) if {
	first.section == second.section
	first.group == second.group
}

_same_numbering(first, second) if {
	some letter in split("abcdefghijklmnopqrstuvwxyz", "")
	contains(lower(first.id), letter)
	contains(lower(second.id), letter)
}

_titles := ["title", "name", "competence", "topic", "statement", "what", "requirements", "role", "description", "action", "obligation", "summary", "text", "need", "rule"]

_title(entry) := [text |
	some field in _titles
	text := object.get(entry, [field, "value"], null)
	is_string(text)
][0]
