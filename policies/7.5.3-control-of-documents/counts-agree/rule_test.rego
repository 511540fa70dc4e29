package ismslint.rules.control_of_documents.counts_agree_test

import data.ismslint.rules.control_of_documents.counts_agree as rule

_rows := "| R-1 | Theft | 2 | high | CTO |\n| R-2 | Fire | 1 | low | CTO |\n| R-3 | Flood | 1 | low | CTO |\n"

_register(text) := isms.parse({"registers/risk-register.md": sprintf("# Risk register\n\n%s\n\n| ID | Risk | Likelihood | Level | Owner |\n|---|---|---|---|---|\n%s", [text, _rows])})

test_differs if {
	every text in [
		"This register lists 4 risks.",
		"The register contains all 4 risks, by level.",
		"The register contains a total of 4 risks (see below).",
		"**Total risks:** 4",
		"**Number of risks:** 4",
		"| What | Number |\n|---|---|\n| Total risks | 4 |\n| High risks | 7 |",
		"Das Register enthält 4 Risiken.",
		"## All of them (4 risks)",
	] {
		count(rule.findings) == 1 with input as _register(text)
	}
	found := rule.findings with input as _register("This register lists 4 risks.")
	some finding in found
	finding.message == "4 is given for \"risks\"; Risk register has 3"
	finding.pos == "3:1:3:29"
}

test_quiet if {
	every text in [
		"This register lists 3 risks.",
		"This register lists 4 risks above acceptance.",
		"This register lists 4 high risks.",
		"The register contains 4 scenarios.",
		"4 risks were closed.",
		"**Total active risks:** 4",
		"**Risks:** 4",
		"**Total risks:** four",
		"## Some of them (4 of the risks)",
	] {
		count(rule.findings) == 0 with input as _register(text)
	}
	count(rule.evidence) == 1 with input as _register("This register lists 3 risks.")
}

_file(n) := sprintf("register: risks\ntotal_risks: %d\nentries:\n  - {id: R-1, title: Theft, owner: CTO, level: high}\n", [n])

test_yaml if {
	count(rule.findings) == 1 with input as isms.parse({"registers/risks.yaml": _file(2)})
	count(rule.findings) == 0 with input as isms.parse({"registers/risks.yaml": _file(1)})
}

_soa(text) := isms.parse({"registers/soa.md": sprintf("# Statement of Applicability\n\n%s\n\n| Control | Title | Applicable | Justification | Status |\n|---|---|---|---|---|\n| A.5.1 | Policies | yes | RSK-1 | implemented |\n| A.5.2 | Roles | yes | RSK-1 | implemented |\n| A.7.1 | Perimeter | no | no premises | |\n", [text])})

test_soa if {
	count(rule.findings) == 1 with input as _soa("**Excluded:** 2")
	count(rule.findings) == 1 with input as _soa("**Applicable controls:** 3")
	count(rule.findings) == 0 with input as _soa("**Excluded:** 1")
	count(rule.findings) == 0 with input as _soa("**Total controls:** 93")
	count(rule.findings) == 1 with input as _soa("**Total controls:** 2")
}
