# METADATA
# title: Each pair of likelihood and consequence gives one level
# description: >-
#   The clause asks to derive the level of risk so that results can be compared. Criteria that are kept as data are
#   computed for every pair of steps. A pair without a level, or with two, leaves it to the assessor which one it is.
#   Score ranges that no pair can reach are no gap.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-h"]
#   checks: ["R-CRIT-3"]
#   kind: consistency
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [risk_criteria]
#   remedy: Complete the matrix or the ranges of the levels, so that each pair has exactly one level.
package ismslint.rules.risk_assessment.each_pair_gives_one_level

import data.ismslint.lib

evidence contains lib.evidence(_criteria, ".") if _criteria.complete

findings contains lib.with_related(lib.finding(_gaps[0], ".", _message), _others) if count(_gaps) > 0

_criteria := input.isms.criteria

_gaps := _criteria.gaps

_others := [lib.place(gap, ".", _said(gap)) | some i, gap in _gaps; i > 0; i < 10]

_message := _said(_gaps[0]) if count(_gaps) == 1

_message := sprintf("%s; so %d pairs have no level of their own", [_said(_gaps[0]), count(_gaps)]) if count(_gaps) > 1

_said(gap) := sprintf("likelihood %s and consequence %s give no level", [gap.likelihood, gap.consequence]) if {
	count(gap.levels) == 0
} else := sprintf("likelihood %s and consequence %s give %s", [gap.likelihood, gap.consequence, concat(" and ", gap.levels)])
