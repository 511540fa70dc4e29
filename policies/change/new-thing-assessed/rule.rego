# METADATA
# title: Something new of weight is looked at for risks
# description: >-
#   Risks are to be assessed when something significant changes. A pull request that adds a supplier or an asset of
#   high criticality, without a risk named in its entry and without a change in the risks, is worth the question.
# custom:
#   scope: repository
#   clause: "8.2"
#   activities: ["8.2-b"]
#   checks: ["8.2-5"]
#   kind: diff
#   strength: should
#   source: "practice"
#   level: note
#   needs: [risks]
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Assess what the new one may do to confidentiality, integrity and availability, and name the risk in its entry;
#     or say there that none follows.
package ismslint.rules.change.new_thing_assessed

import data.ismslint.lib

evidence contains lib.evidence(input.isms.registers.risks, ".") if {
	count(_all) > 0
	_assessed
}

findings contains lib.with_related(lib.finding(_all[0], ".", message), places) if {
	count(_all) > 0
	not _assessed
	places := [lib.place(change, ".", sprintf("%s is new too", [change.label])) | some change in array.slice(_all, 1, 10)]
	message := sprintf("%s is new and of high criticality; no risk was added or changed with it", [_name(_all[0])])
}

_all := array.concat(_new("suppliers"), _new("assets"))

_new(kind) := [change |
	some change in input.isms.change.registers[kind].entries
	change.how == "added"
	input.isms.change.registers[kind].rows > 0
	change.after.criticality.value == "high"
	not _named(change.after)
]

_named(entry) if lib.filled(object.get(entry, "risks", {"value": null}))

_named(entry) if lib.filled(entry.comment)

_assessed if lib.touched("risks")

_name(change) := change.label if change.label == change.after.name.raw

_name(change) := sprintf("%s (%s)", [change.label, change.after.name.raw]) if change.label != change.after.name.raw
