package ismslint.rules.risk_treatment.process_steps_test

import data.ismslint.rules.risk_treatment.process_steps as rule

_steps := {
	"options": "Risks are avoided, reduced, shared or accepted.",
	"controls": "The owner determines the necessary controls.",
	"annex a": "They are compared with the controls of Annex A.",
	"plan": "The treatment plan names action, owner and date.",
	"approval": "Risk owners accept the residual risk.",
}

_document(front, texts) := sprintf("---\ntitle: Risk methodology\ntype: methodology.risk\n%s\n---\n\n# Risk methodology\n\nThis is how we deal with the risks that we find each year.\n\n## Our own way\n\nIt is written down below, and in the heads of our people.\n\n%s\n", [front, concat("\n\n", texts)])

_input(files, subject) := {"isms": model.isms, "document": model.documents[subject]} if model := isms.parse(files)

_messages(text) := {finding.message | some finding in findings} if {
	model := _input({"risk-methodology.md": text}, "risk-methodology.md")
	findings := rule.findings with input as model
}

test_all if {
	model := _input({"risk-methodology.md": _document("owner: CISO", [text | some text in _steps])}, "risk-methodology.md")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 5 with input as model
}

test_none if {
	_messages(_document("owner: CISO", [])) == {"Risk methodology was not recognised to deal with the options for treating a risk, the choice of controls, the comparison with Annex A, the treatment plan, approval by the risk owners and acceptance of what remains"}
}

test_one if {
	texts := [text | some name, text in _steps; name != "annex a"]
	_messages(_document("owner: CISO", texts)) == {"Risk methodology was not recognised to deal with the comparison with Annex A"}
}

test_declared_address if {
	front := "isms:\n  addresses:\n    6.1.3-c: \"#our-own-way\""
	texts := [text | some name, text in _steps; name != "annex a"]
	model := _input({"risk-methodology.md": _document(front, texts)}, "risk-methodology.md")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 5 with input as model
}

test_plan_of_its_own if {
	files := {"risk-methodology.md": _document("owner: CISO", [_steps.controls]), "risk-treatment-plan.md": "# Risk treatment plan\n\nWhat we do about each of our risks, who does it and by when, in the order of urgency.\n"}
	findings := rule.findings with input as _input(files, "risk-methodology.md")
	{finding.message | some finding in findings} == {"Risk methodology was not recognised to deal with the comparison with Annex A"}
	count(rule.findings) == 0 with input as _input(files, "risk-treatment-plan.md")
}

test_several_methodologies if {
	files := {"risk-methodology.md": _document("owner: CISO", []), "it/risk-methodology.md": _document("owner: CISO", [_steps.options, _steps.plan])}
	count(rule.findings) == 0 with input as _input(files, "risk-methodology.md")
	count(rule.findings) == 1 with input as _input(files, "it/risk-methodology.md")
}

test_german if {
	text := "---\ntitle: Risikomethodik\ntype: methodology.risk\n---\n\n# Risikomethodik\n\nWir gehen einmal im Jahr alle Risiken durch und schreiben auf, was wir dazu denken und was zu tun ist.\n\nRisiken werden vermieden, vermindert, geteilt oder akzeptiert.\n"
	findings := rule.findings with input as _input({"risikomethodik.md": text}, "risikomethodik.md")
	some finding in findings
	not contains(finding.message, "options")
}

test_other_language if {
	text := "---\ntitle: Méthode\ntype: methodology.risk\n---\n\n# Méthode\n\nLes risques sont étudiés une fois par an par la direction avec les responsables des services, et les résultats sont écrits.\n"
	count(rule.findings) == 0 with input as _input({"methode.md": text}, "methode.md")
}
