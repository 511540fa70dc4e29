# METADATA
# title: All risks of the register follow the same formula
# description: >-
#   The clause asks for a level that is derived, so that results can be compared. Where no criteria are declared but
#   nine of ten risks follow one product, one sum or one table of likelihood and consequence, the few that do not
#   are shown. Looked at are registers of at least ten rated risks.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-h", "6.1.2-c"]
#   checks: ["6.1.2-13", "R-RSK-9"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   needs: [risks, "risk_criteria?"]
#   remedy: Correct the value that is wrong, or write the risk criteria down, so that the exception shows in them.
package ismslint.rules.risk_assessment.odd_row_out

import data.ismslint.lib

# A register that follows one formula throughout gives results that can be compared.
evidence contains lib.concerning(lib.evidence(_risks, "columns/level"), ["6.1.2-c"]) if {
	some kind in ["product", "sum", "table"]
	_followed(kind)
	count(_odd[kind]) == 0
}

# With criteria, level-follows-criteria says it.
findings contains lib.finding(risk, _field(risk), message) if {
	some row in _odd[_formula]
	risk := _risks.entries[row.index]
	message := sprintf("%s: likelihood %s and consequence %s give %v by the %s that %d of %d risks follow, the register says \"%s\"", [
		risk.label, risk.likelihood.raw, risk.consequence.raw, row.expected,
		_formula, count(_fitting[_formula]), count(_fitting[_formula]) + count(_odd[_formula]), risk[_field(risk)].raw,
	])
}

_risks := input.isms.registers.risks

_applies if {
	not input.isms.criteria.complete
	input.isms.criteria.combination == ""
	not lib.column(_risks, "inherent_level")
	not lib.column(_risks, "factor")
}

_field(risk) := "score" if {
	lib.filled(risk.score)
} else := "level"

_formula := "product" if {
	_followed("product")
} else := "sum" if {
	_followed("sum")
} else := "table" if {
	_followed("table")
}

# At least ten rows, and nine of ten of them.
_followed(kind) if {
	fits := count(_fitting[kind])
	all := fits + count(_odd[kind])
	all >= 10
	fits * 10 >= all * 9
}

_fitting.product contains row if {
	some row in _numbers
	row.score == row.likelihood * row.consequence
}

_fitting.sum contains row if {
	some row in _numbers
	row.score == row.likelihood + row.consequence
}

_fitting.table contains row if {
	some row in _words
	row.level == _usual[row.pair]
}

_odd.product contains object.union(row, {"expected": row.likelihood * row.consequence}) if {
	some row in _numbers
	not _fitting.product[row]
}

_odd.sum contains object.union(row, {"expected": row.likelihood + row.consequence}) if {
	some row in _numbers
	not _fitting.sum[row]
}

_odd.table contains object.union(row, {"expected": _usual[row.pair]}) if {
	some row in _words
	row.level != _usual[row.pair]
}

_numbers contains row if {
	_applies
	some risk in _risks.entries
	not lib.filled(risk.override_reason)
	row := {
		"index": risk.index,
		"likelihood": risk.likelihood.value.number,
		"consequence": risk.consequence.value.number,
		"score": _score(risk),
	}
	row.likelihood != null
	row.consequence != null
	row.score != null
}

_score(risk) := risk.score.value if {
	lib.filled(risk.score)
} else := risk.level.value.number

_words contains row if {
	_applies
	some risk in _risks.entries
	not lib.filled(risk.override_reason)
	every name in ["likelihood", "consequence", "level"] {
		lib.filled(risk[name])
	}
	row := {
		"index": risk.index,
		"pair": [lower(risk.likelihood.raw), lower(risk.consequence.raw)],
		"level": lower(risk.level.raw),
	}
}

# Rows of a pair by their level.
_rows[row.pair][row.level] contains row.index if some row in _words

# The level of a pair that at least three rows have and at most one row has not. Other pairs show no table.
_usual[pair] := level if {
	some pair, levels in _rows
	all := sum([count(rows) | some rows in levels])
	some level, rows in levels
	count(rows) >= 3
	all - count(rows) <= 1
}
