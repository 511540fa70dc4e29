# METADATA
# title: Changes to the ISMS are carried out in a planned way
# description: >-
#   The 2022 edition asks to plan changes to the management system. Evidence are entries of a change register that
#   show a purpose, a date, a person or an approval, a procedure on changes, and a section that names the clause. The
#   description of a pull request may be such a plan; it is not part of the tree and cannot be read.
# custom:
#   scope: repository
#   clause: "6.3"
#   activities: ["6.3-a"]
#   checks: []
#   kind: presence
#   strength: shall
#   source: 27001:2022
#   level: note
#   levels:
#     "2013": "off"
#   level_determined: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["changes?"]
#   remedy: >-
#     Note for each change to the ISMS why, with what effect, who carries it out and who agreed, or say in isms.yaml
#     under `outside` where that is kept.
package ismslint.rules.planning_of_changes.changes_planned

import data.ismslint.lib

evidence contains lib.evidence(_register, ".") if {
	some change in _register.entries
	_planned(change)
}

evidence contains lib.evidence(item, ".") if some item in _type.items

evidence contains lib.indicated(lib.evidence(address, ".")) if some address in _texts

findings contains lib.indicated(lib.absence(_type, "changes", concat("; ", [text | some text in [_looked, _seen]; text != ""]))) if {
	not _any
	count(_type.items) == 0
	count(_texts) == 0
}

_register := input.isms.registers.changes

_type := input.isms.types.changes

# Sections that name the clause, and procedures on changes that are documents of their own: a paragraph of a policy
# on the change of systems is none.
_texts contains address if some address in object.get(input.isms.sections_by_clause, "6.3", [])

_texts contains item if {
	some item in input.isms.types["procedure.change"].items
	item.section == ""
}

_any if {
	some change in _register.entries
	_planned(change)
}

_planned(change) if {
	not change.planned.value == "no"
	some field in ["purpose", "consequences", "planned_on", "owner", "resources", "approved_by", "approved_on", "status"]
	lib.filled(change[field])
}

_looked := "no planned change to the ISMS was recognised, neither an entry of a change register nor a text on how such changes are planned"

_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _type.others[0]
} else := sprintf("%s may be the register: %s", [possible._path, possible.why]) if {
	possible := _register.possible[0]
} else := ""
