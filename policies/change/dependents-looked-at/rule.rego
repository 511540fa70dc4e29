# METADATA
# title: What refers to a changed document still fits
# description: >-
#   A document that got a new version in which it demands something else may no longer fit what refers to it. One
#   note lists the documents and entries that do and that the same change left as they were.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-e"]
#   checks: []
#   kind: diff
#   strength: should
#   source: "practice"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Look through the places listed, and change what no longer fits.
package ismslint.rules.change.dependents_looked_at

import data.ismslint.lib

evidence contains lib.evidence(change.after, "version") if {
	some change in _revised
	count(change.dependents) == 0
}

findings contains lib.with_related(lib.finding(lib.material(change), ".", message), places) if {
	some change in _revised
	count(change.dependents) > 0
	places := [lib.place(dependent, ".", sprintf("%s refers to it", [dependent.label])) | some dependent in change.dependents]
	message := sprintf("%s changed in more than wording; %s", [lib.name(change.after), _referring(change)])
}

_revised contains change if {
	some change in lib.revisions
	lib.revised(change)
}

_referring(change) := sprintf("%s refers to it and did not change", [change.dependents[0].label]) if count(change.dependents) == 1

_referring(change) := sprintf("%s refer to it and did not change", [lib.few([dependent.label | some dependent in change.dependents])]) if {
	count(change.dependents) > 1
}
