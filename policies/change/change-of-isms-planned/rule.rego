# METADATA
# title: A change of the ISMS is a planned one
# description: >-
#   Since 2022, the standard asks that changes to the ISMS are planned. A pull request that changes scope, policy,
#   risk criteria, roles or decisions on controls in more than wording is compared with the register of changes: an
#   entry that it adds or brings up to date, or one that is open and speaks of the document. The text of the pull
#   request itself cannot be read.
# custom:
#   scope: repository
#   clause: "6.3"
#   activities: ["6.3-a"]
#   checks: ["6.3-1", "R-CHG-3"]
#   kind: diff
#   strength: shall
#   source: "27001:2022"
#   level: warning
#   levels: {"2013": "off"}
#   needs: [changes]
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Enter the change with its purpose and consequences in the register of changes, or bring up to date the entry
#     that plans it.
package ismslint.rules.change.change_of_isms_planned

import data.ismslint.lib

evidence contains lib.evidence(change.after, "what") if {
	count(_parts) > 0
	some change in lib.changed_entry("changes")
}

findings contains lib.with_related(lib.finding(_list[0].place, ".", message), places) if {
	count(_list) > 0
	not lib.touched("changes")
	places := [lib.place(part.place, ".", sprintf("%s changed too", [part.name])) | some part in array.slice(_list, 1, 10)]
	message := sprintf("%s changed, and no entry of the register of changes was added, brought up to date or open for it", [_list[0].name])
}

_list := [part | some name in sort({part.name | some part in _parts}); part := [p | some p in _parts; p.name == name][0]; not _planned(part)]

# What stands under its old version or reason is said by other rules first.
_parts contains {"name": change.after.title, "id": change.after.id, "place": lib.material(change)} if {
	some change in lib.revisions
	change.after.type in {"scope", "policy.infosec"}
	lib.revised(change)
}

_parts contains {"name": "risk criteria", "id": "", "place": input.isms.change.criteria.changes[0]} if {
	count(input.isms.change.criteria.changes) > 0
	not lib.criteria_unmarked
}

_parts contains {"name": "Statement of Applicability", "id": "", "place": _decided[0]} if count(_decided) > 0

_decided := [change |
	some change in lib.changed_entry("soa")
	change.fields.applicable
	lib.any_field(change, ["justification", "inclusion_reason", "exclusion_reason", "reasons"])
]

_planned(part) if {
	some entry in input.isms.registers.changes.entries
	lib.open(entry)
	some text in [entry.what.raw, entry.affected.raw]
	some name in [part.name, part.id]
	name != ""
	contains(lower(text), lower(name))
}
