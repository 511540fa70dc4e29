# METADATA
# title: The level of each risk is what the criteria give
# description: >-
#   The clause asks to derive the level of risk from consequence and likelihood so that results can be compared.
#   Where the criteria are kept as data or stand in a matrix that was read as a whole, the level of each risk is
#   computed again, for each stage that the register keeps: before controls, as it is, residual. A level that
#   differs was not derived, or one of the values changed since.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-h", "6.1.2-c"]
#   checks: ["6.1.2-5", "R-RSK-2"]
#   kind: consistency
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [risks, "risk_criteria?"]
#   fold:
#     when: most
#     field: level
#     message: "the levels of {n} of {m} risks are not what the risk criteria give for likelihood and consequence: {ids}"
#   remedy: Correct the value that is wrong, or record in the row why the level departs from the criteria.
package ismslint.rules.risk_assessment.level_follows_criteria

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_risks, sprintf("columns/%s", [name])), ["6.1.2-h"]) if {
	some name in ["level", "score", "inherent_level", "inherent_score"]
	some risk in _risks.entries
	lib.filled(risk[name])
}

# Results can be compared where the criteria give one for each pair.
evidence contains lib.concerning(lib.evidence(_criteria, "."), ["6.1.2-c"]) if {
	_criteria.complete
	some risk in _risks.entries
	some stage in _stages
	_cell(risk, stage)
}

# A further factor enters in a way that the criteria do not show.
findings contains lib.with_related(lib.finding(risk, name, message), [_rule]) if {
	not lib.column(_risks, "factor")
	some risk in _risks.entries
	not risk.status.value in {"draft", "closed"}
	not lib.filled(risk.override_reason)
	some stage in _stages
	some [name, computed] in _differences(risk, stage)
	message := sprintf("%s: %s %s and %s %s give %v by the criteria in %s, the register says \"%s\"", [
		risk.label,
		stage.likelihood_text, risk[stage.likelihood].raw,
		stage.consequence_text, risk[stage.consequence].raw,
		computed, _criteria._path, risk[name].raw,
	])
}

_rule := lib.place(_criteria, ".", "the criteria")

_risks := input.isms.registers.risks

_criteria := input.isms.criteria

# With a level before controls and one pair of values, it is unclear which of the two levels the pair gives.
_stages contains {
	"likelihood": "likelihood",
	"consequence": "consequence",
	"level": "level",
	"score": "score",
	"likelihood_text": "likelihood",
	"consequence_text": "consequence",
} if {
	not _pair_is_shared
}

_stages contains {
	"likelihood": sprintf("%s_likelihood", [stage]),
	"consequence": sprintf("%s_consequence", [stage]),
	"level": sprintf("%s_level", [stage]),
	"score": sprintf("%s_score", [stage]),
	"likelihood_text": sprintf("%s likelihood", [stage]),
	"consequence_text": sprintf("%s consequence", [stage]),
} if {
	some stage in ["inherent", "residual"]
}

_pair_is_shared if {
	some name in ["inherent_level", "inherent_score"]
	lib.column(_risks, name)
	not lib.column(_risks, "inherent_likelihood")
}

# What the criteria give for a risk at a stage.
_cell(risk, stage) := _criteria.cells[risk[stage.likelihood].value.step][risk[stage.consequence].value.step]

_differences(risk, stage) := array.concat(_level_differs(risk, stage), _score_differs(risk, stage))

_level_differs(risk, stage) := [[stage.level, _label(cell.level)] |
	cell := _cell(risk, stage)
	_criteria.complete
	level := risk[stage.level].value
	level != null
	level.step != cell.level
	not _compared_as_score(level, cell)
]

# A score in the column of levels, or in one of its own.
_score_differs(risk, stage) := array.concat(
	[[stage.level, cell.score] |
		cell := _cell(risk, stage)
		level := risk[stage.level].value
		level != null
		_compared_as_score(level, cell)
		level.number != cell.score
	],
	[[stage.score, cell.score] |
		cell := _cell(risk, stage)
		cell.score != null
		score := risk[stage.score].value
		score != null
		score != cell.score
	],
)

_compared_as_score(level, cell) if {
	cell.score != null
	level.number != null
	_may_be_score(level)
}

_may_be_score(level) if level.step == ""

# In "Level 3 (High)" the number is none: high begins above it.
_may_be_score(level) if {
	step := _criteria.levels.steps[_criteria.levels.index[level.step]]
	_not_above(step.min, level.number)
	_not_above(level.number, step.max)
	[step.min, step.max] != [null, null]
}

_not_above(a, _) if a == null

_not_above(_, b) if b == null

_not_above(a, b) if {
	a != null
	b != null
	a <= b
}

_label(key) := _criteria.levels.steps[_criteria.levels.index[key]].label
