# METADATA
# title: There are information security objectives in writing
# description: >-
#   The clause asks to set objectives for information security and to keep documented information on them. Looked for
#   are a register or document of objectives and a section of that name, in the policy for instance, with at least
#   one objective, open or reached. Objectives of another management system do not count.
# custom:
#   scope: repository
#   clause: "6.2"
#   activities: ["6.2-h", "6.2-a", "7.5.1-a"]
#   checks: ["6.2-1", R-DOC-1]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["objectives?"]
#   remedy: >-
#     Write down two or three objectives with a number, an owner and a date, or say in isms.yaml where they are:
#     under `documents` if they are here under another name, under `outside` if they are kept elsewhere.
package ismslint.rules.objectives.objectives_present

import data.ismslint.lib

evidence contains lib.evidence(_register, ".") if {
	_register.decided
	some objective in _register.entries
	lib.filled(objective.statement)
}

evidence contains lib.evidence(item, ".") if some item in _type.items

findings contains lib.absence(_place, "objectives", concat("; ", [text | some text in [_looked, _seen]; text != ""])) if {
	not _any
	count(_type.items) == 0
}

_register := input.isms.registers.objectives

_type := input.isms.types.objectives

_any if {
	some objective in _register.entries
	lib.filled(objective.statement)
}

# Where nothing is declared, the policy is where a reader asks for the objectives.
_place := object.union(policy, {"_subject": _type._subject}) if {
	not input.isms.declared
	policy := input.isms.types["policy.infosec"].items[0]
} else := _type

_looked := "no information security objectives were recognised: no register, no document and no section of that name"

_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _type.others[0]
} else := sprintf("%s may be the register: %s", [possible._path, possible.why]) if {
	possible := _register.possible[0]
} else := sprintf("%s has no objective in words", [_register._path]) if {
	_register.state == "present"
} else := ""
