# METADATA
# title: Evidence of competence is on record
# description: >-
#   The clause asks to keep documented evidence of competence. Looked for are records of competence or training
#   with a date, a certificate, a result or another proof, and a sentence that says where they are kept. A sentence
#   that names the professional certificate somebody holds is evidence of competence, but no record of it. Such
#   evidence usually lies with the personnel records; that is fine, and isms.yaml is the place to say so.
# custom:
#   scope: repository
#   clause: "7.2"
#   activities: ["7.2-d", "7.2-b", "7.5.1-a"]
#   checks: ["7.2-6", "R-COMP-6"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: note
#   certainty: decides
#   small_organization: keep
#   needs: ["competence?"]
#   remedy: >-
#     Say under `outside` in isms.yaml that evidence of competence lies with the personnel records, or record one
#     line for each person and competence with what shows it.
package ismslint.rules.competence.evidence_recorded

import data.ismslint.lib

evidence contains lib.evidence_date(lib.evidence(_competence, concat("/", ["columns", field])), _newest) if {
	some field in _proofs
	some entry in _competence.entries
	lib.filled(entry[field])
}

# A record that is a document of its own.
evidence contains lib.evidence(item, ".") if some item in _records

# Where the records are kept is evidence of a kind: it was not looked at.
evidence contains lib.indicated(lib.concerning(lib.evidence(item, "."), ["7.2-d"])) if {
	some type in _tellers
	item := input.isms.types[type].items[0]
	count(input.isms.types[type].items) == 1
}

# A certificate that somebody holds is named, which tells of the competence and not where its proof lies.
evidence contains lib.indicated(lib.concerning(lib.evidence(input.isms.types[type].cues["competence-held"], "."), ["7.2-b"])) if {
	some type in _named_in
}

findings contains lib.concerning(lib.absence(_competence, "competence", concat("; ", [text | some text in [_message, _seen]; text != ""])), ["7.2-d", "7.5.1-a"]) if {
	count(_shown) == 0
	count(_records) == 0
	count(_tellers) == 0
}

_competence := input.isms.registers.competence

_proofs := ["achieved_on", "evidence", "evidence_refs", "result"]

_shown contains entry.index if {
	some entry in _competence.entries
	some field in _proofs
	lib.filled(entry[field])
}

_newest := max(array.concat([""], [entry.achieved_on.value.until |
	some entry in _competence.entries
	entry.achieved_on.value.from <= input.isms.as_of
]))

_records := [item |
	some item in input.isms.types.competence.items
	item.date != null
	not _read[item._path]
]

_read contains entry._path if some entry in _competence.entries

_tellers := [type |
	some type in ["competence", "training", "awareness", "roles", "procedure.hr", "isms-manual"]
	input.isms.types[type].cues["competence-kept"]
]

_named_in := ["competence", "training", "awareness", "roles", "appointment", "procedure.hr", "isms-manual"]

_message := "no evidence of competence was recognised; it usually lies with the personnel records, and isms.yaml can say so under `outside`"

# What was seen instead.
_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := input.isms.types.competence.others[0]
} else := sprintf("%s may be such a register: %s", [possible._path, possible.why]) if {
	possible := _competence.possible[0]
} else := ""
