package ismslint.rules.risk_assessment.odd_row_out_test

import data.ismslint.rules.risk_assessment.odd_row_out as rule

_head := "# Risk register\n\n| ID | Risk | Likelihood | Impact | Level | Owner |\n|---|---|---|---|---|---|\n"

_file(rows) := concat("", array.concat([_head], [sprintf("| R-%d | Event | %v | %v | %v | CTO |\n", array.concat([i], row)) | some i, row in rows]))

_model(rows) := isms.parse({"risk-register.md": _file(rows)})

_pairs := [[1, 2], [2, 2], [3, 4], [5, 5], [1, 1], [2, 5], [3, 3], [4, 5], [2, 3], [5, 4]]

_products := [[l, c, l * c] | some [l, c] in _pairs]

_sums := [[l, c, l + c] | some [l, c] in _pairs]

test_product if {
	found := rule.findings with input as _model(array.concat(_products, [[2, 4, 6]]))
	count(found) == 1
	some finding in found
	finding.message == "R-10: likelihood 2 and consequence 4 give 8 by the product that 10 of 11 risks follow, the register says \"6\""
	finding.field == "level"
	startswith(finding.pos, "15:")
}

test_sum if {
	found := rule.findings with input as _model(array.concat(_sums, [[2, 4, 8]]))
	some finding in found
	contains(finding.message, "give 6 by the sum that 10 of 11 risks follow")
}

test_all_follow if {
	count(rule.findings) == 0 with input as _model(_products)
	evidence := rule.evidence with input as _model(_products)
	some item in evidence
	item.activities == ["6.1.2-c"]
}

test_score_beside_level if {
	rows := concat("", [sprintf("| R-%d | Event | %d | %d | %d | high | CTO |\n", [i, l, c, s]) | some i, [l, c, s] in array.concat(_products, [[2, 4, 6]])])
	head := "# Risk register\n\n| ID | Risk | Likelihood | Impact | Score | Level | Owner |\n|---|---|---|---|---|---|---|\n"
	found := rule.findings with input as isms.parse({"risk-register.md": concat("", [head, rows])})
	some finding in found
	finding.field == "score"
}

_words := [[l, c, v] |
	some [l, c, v] in [["high", "high", "high"], ["high", "low", "medium"], ["low", "low", "low"]]
	some _ in [1, 2, 3, 4]
]

test_table if {
	found := rule.findings with input as _model(array.concat(_words, [["High", "Low", "Low"]]))
	some finding in found
	finding.message == "R-12: likelihood High and consequence Low give medium by the table that 12 of 13 risks follow, the register says \"Low\""
}

# Pairs that come once or twice show no table.
test_no_table if {
	rows := [[l, c, "high"] | some [l, c] in _pairs]
	count(rule.findings) == 0 with input as _model(array.concat(rows, [[1, 2, "low"]]))
}

test_no_habit if {
	count(rule.findings) == 0 with input as _model(array.concat(_products, [[2, 4, 6], [3, 5, 8]]))
	count(rule.findings) == 0 with input as _model(array.concat(array.slice(_products, 0, 8), [[2, 4, 6]]))
}

test_odd_cells if {
	count(rule.findings) == 0 with input as _model(array.concat(_products, [["", 4, 6], ["TBD", "-", ""], ["30 %", 4, 6]]))
}

test_criteria_declared if {
	count(rule.findings) == 0 with input as isms.parse({
		"risk-register.md": _file(array.concat(_products, [[2, 4, 6]])),
		"registers/risk-criteria.yaml": "combination: product\nlikelihood: [{step: 1}, {step: 2}]\nconsequence: [{step: 1}, {step: 2}]\n",
	})
}
