package ismslint.rules.risk_assessment.values_on_scale_test

import data.ismslint.rules.risk_assessment.values_on_scale as rule

_criteria := `likelihood: [{step: 1, label: rare}, {step: 2, label: possible}, {step: 3, label: likely}]
consequence: [{step: 1, label: minor}, {step: 2, label: major}, {step: 3, label: severe}]
levels: [{label: low}, {label: high}]
`

_model(entry) := isms.parse({
	"registers/risk-criteria.yaml": _criteria,
	"registers/risks.yaml": sprintf("register: risks\nentries:\n  - {id: RSK-001, title: Fire, owner: CTO, %s}\n", [entry]),
})

test_on_scale if {
	every text in ["likely", "Likely", "3", "3 - Likely", "Likely (3)", "3/3", "🔴 likely"] {
		model := _model(sprintf("likelihood: \"%s\", consequence: minor", [text]))
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 2 with input as model
	}
}

test_off_scale if {
	every text in ["often", "4", "very likely", "not likely", "rare to likely", "1 - Likely", "30 %"] {
		found := rule.findings with input as _model(sprintf("likelihood: \"%s\", consequence: minor", [text]))
		some finding in found
		finding.message == sprintf("RSK-001: likelihood \"%s\" is not a step of the scale (rare, possible, likely)", [text])
		finding.field == "likelihood"
		startswith(finding.pos, "3:")
	}
}

test_other_language if {
	count(rule.findings) == 0 with input as _model("likelihood: möglich, consequence: minor")
}

test_stages if {
	found := rule.findings with input as _model("likelihood: rare, consequence: minor, residual: {likelihood: rare, consequence: gone}")
	some finding in found
	finding.message == "RSK-001: residual consequence \"gone\" is not a step of the scale (minor, major, severe)"
}

# The highest of the values by dimension counts.
test_dimensions if {
	count(rule.findings) == 0 with input as _model("likelihood: rare, consequence: \"C: 3, I: 1, A: 2\"")
	found := rule.findings with input as _model("likelihood: rare, consequence: \"C: 7, I: 1, A: 2\"")
	count(found) == 1
}

test_empty if {
	every cell in ["\"\"", "TBD", "\"-\""] {
		found := rule.findings with input as _model(sprintf("likelihood: %s, consequence: minor, status: assessed", [cell]))
		some finding in found
		finding.message == "RSK-001 is assessed and has no likelihood"
	}
}

test_not_yet_assessed if {
	every rest in ["likelihood: \"\", consequence: \"\", status: identified", "likelihood: \"\", consequence: \"\"", "likelihood: often, status: closed", "likelihood: often, status: draft"] {
		count(rule.findings) == 0 with input as _model(rest)
	}
}

test_rated_before_controls if {
	count(rule.findings) == 0 with input as _model("inherent: {likelihood: rare, consequence: minor}, likelihood: \"\", consequence: \"\", status: treated")
}

test_no_scale if {
	model := isms.parse({"registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-001, title: Fire, owner: CTO, likelihood: often, consequence: bad}\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 2 with input as model
}

test_quantitative if {
	model := isms.parse({
		"registers/risk-criteria.yaml": concat("", ["combination: quantitative\n", _criteria]),
		"registers/risks.yaml": "register: risks\nentries:\n  - {id: RSK-001, title: Fire, owner: CTO, likelihood: 0.3 a year, consequence: 20000 euro}\n",
	})
	count(rule.findings) == 0 with input as model
}
