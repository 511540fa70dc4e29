# METADATA
# title: Risk criteria are changed under a new version
# description: >-
#   Risks name the version of the criteria by which they were assessed, so that results can be compared. A pull
#   request that changes the scale, the combination or the acceptance, and leaves that version, makes the same name
#   stand for two measures. Other words for a step are no change.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-c"]
#   checks: ["6.1.2-10", "R-CRIT-4"]
#   kind: diff
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Give the criteria a new version with its approval, and assess the risks again by it.
package ismslint.rules.change.criteria_under_old_version

import data.ismslint.lib

evidence contains lib.evidence(input.isms.criteria, "version") if {
	count(input.isms.change.criteria.changes) > 0
	not lib.criteria_unmarked
}

findings contains lib.with_related(lib.finding(_changes[0], ".", message), places) if {
	lib.criteria_unmarked
	places := [lib.place(change, ".", lib.effect(change)) | some change in array.slice(_changes, 1, 10)]
	message := sprintf("%s, and the version is still %s, which %s", [lib.effect(_changes[0]), input.isms.criteria.version, _cited])
}

_changes := input.isms.change.criteria.changes

_cited := "1 risk names" if count(lib.citing) == 1

_cited := sprintf("%d risks name", [count(lib.citing)]) if count(lib.citing) > 1
