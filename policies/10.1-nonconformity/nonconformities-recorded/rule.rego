# METADATA
# title: Nonconformities are on record, or it is said that there were none
# description: >-
#   Once a nonconformity occurred, the clause asks to keep evidence of its nature and of what was done. Looked for
#   are entries of a register, findings of audits with what became of them, a document on nonconformities and a
#   statement that there were none, in the register or in a management review. An absent record may be an absent
#   event, which a sentence with a date settles.
# custom:
#   scope: repository
#   clause: "10.1"
#   activities: ["10.1-h", "7.5.1-a"]
#   checks: ["10.1-1", "R-NC-9"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: warning
#   level_undeclared: note
#   certainty: decides
#   small_organization: keep
#   needs: ["nonconformities?"]
#   remedy: >-
#     Enter the nonconformities, or say with a date that there were none, or name the tracker that holds them
#     under `outside` in isms.yaml.
package ismslint.rules.nonconformity.nonconformities_recorded

import data.ismslint.lib

evidence contains lib.evidence(_register, ".") if count(lib.nonconformities) > 0

# An audit may record them with what was done about them.
evidence contains lib.evidence(row, "grade") if some row in _handled

evidence contains lib.evidence(_register.none, ".") if _stated

evidence contains lib.evidence(review.inputs.nonconformities, ".") if some review in _denying

evidence contains lib.indicated(lib.evidence(item, ".")) if some item in _type.items

findings contains lib.indicated(lib.absence(_register, "nonconformities", concat("; ", [text | some text in [_looked, _seen]; text != ""]))) if {
	count(lib.nonconformities) == 0
	count(_handled) == 0
	count(_denying) == 0
	not _stated
	count(_type.items) == 0
	not _pointed
}

_register := input.isms.registers.nonconformities

_type := input.isms.types.nonconformities

_handled contains row if {
	some row in input.isms.registers.audits.entries
	row.grade.value in {"major", "minor", "nonconformity"}
	lib.filled(row.action)
}

_denying contains review if {
	some review in lib.reviews
	review.inputs.nonconformities.none
}

_stated if _register.none.text

_pointed if {
	some other in _type.others
	other.points != ""
}

_looked := "no record of a nonconformity was recognised among registers, audit findings and reviews, nor a statement that there was none"

_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _type.others[0]
} else := sprintf("%s may be the register: %s", [possible._path, possible.why]) if {
	possible := _register.possible[0]
} else := sprintf("%s describes how they are dealt with", [item._path]) if {
	item := input.isms.types["procedure.capa"].items[0]
} else := ""
