# METADATA
# title: There is a programme of internal audits
# description: >-
#   The clause asks to plan a programme of audits and to keep evidence of it. Looked for are planned audits in the
#   register and a document or section with a programme, plan or schedule. A procedure says how audits are done
#   and plans none.
# custom:
#   scope: repository
#   clause: "9.2"
#   activities: ["9.2-i", "9.2-d", "7.5.1-a"]
#   checks: ["9.2-1", "R-DOC-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["audits?"]
#   remedy: >-
#     Write down which audit is planned for when, one line a year is enough, or say in isms.yaml where it is:
#     under `documents` if it is here under another name, under `outside` if it is kept elsewhere.
package ismslint.rules.internal_audit.programme_present

import data.ismslint.lib

evidence contains lib.evidence(audit, field) if {
	newest := max({audit.index | some audit in lib.programme})
	audit := _register.entries[newest]
	field := [field | some field in ["planned_on", "planned_text", "frequency", "next_audit"]; lib.filled(audit[field])][0]
}

evidence contains lib.evidence(item, ".") if some item in _type.items

findings contains lib.absence(_place, "programme.audit", concat("; ", [text | some text in [_looked, _seen]; text != ""])) if {
	count(lib.programme) == 0
	count(_type.items) == 0
	not input.isms.organization.outside.audits
}

_register := input.isms.registers.audits

_type := input.isms.types["programme.audit"]

_looked := "no programme of internal audits was recognised: no programme, plan or schedule, no planned audit in a register"

_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _type.others[0]
} else := sprintf("%s plans no audit", [_register._path]) if {
	count(_register.entries) > 0
} else := sprintf("%s describes how audits are done", [_procedures[0]._path]) if {
	count(_procedures) > 0
} else := sprintf("%s may be the register: %s", [possible._path, possible.why]) if {
	possible := _register.possible[0]
} else := ""

_procedures := input.isms.types["procedure.audit"].items

# Where nothing is declared, the procedure is where a reader looks for the programme.
_place := object.union(_procedures[0], {"_subject": _type._subject}) if {
	not input.isms.declared
	count(_procedures) > 0
} else := object.union(input.isms.anchor, {"_subject": _type._subject})
