# METADATA
# title: Looser risk criteria are approved
# description: >-
#   Who changes the criteria changes which risks are treated. A pull request in which a level is accepted sooner, a
#   pair of steps gives a lower level, or a level begins at a higher score, is looked at for a new approval of the
#   criteria.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-a", "6.1.2-b"]
#   checks: []
#   kind: diff
#   strength: should
#   source: "practice"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Let those who approve the criteria approve the new ones, and enter who did and when.
package ismslint.rules.change.criteria_loosened

import data.ismslint.lib

evidence contains lib.evidence(_criteria, "header/approved_on") if {
	count(_loosened) > 0
	_approved
}

# Under the old version, criteria-under-old-version says it.
findings contains lib.with_related(lib.finding(_loosened[0], ".", message), places) if {
	count(_loosened) > 0
	not _approved
	not lib.criteria_unmarked
	places := [lib.place(change, ".", lib.effect(change)) | some change in array.slice(_loosened, 1, 10)]
	message := sprintf("%s, which is looser, and %s", [lib.effect(_loosened[0]), _approval])
}

_criteria := input.isms.registers.risk_criteria

_loosened := [change | some change in input.isms.change.criteria.changes; change.loosened]

_approved if {
	some field in ["approved_on", "approved_by"]
	lib.filled(_criteria.header[field])
	_criteria.header[field].raw != input.isms.change.registers.risk_criteria.header[field].raw
}

_approval := sprintf("the approval is still that of %s", [_criteria.header.approved_on.raw]) if lib.filled(_criteria.header.approved_on)

_approval := "no new approval is entered" if not lib.filled(_criteria.header.approved_on)
