package ismslint.rules.interested_parties.legal_duty_met_test

import data.ismslint.rules.interested_parties.legal_duty_met as rule

_legal(fields) := {"registers/legal.yaml": sprintf("register: legal\nentries:\n  - {id: LEG-1, title: A law, obligation: Report, addressed_by: The plan}\n  - {id: LEG-2, title: A contract, obligation: Keep in the country, %s}\n", [fields])}

test_met if {
	every fields in ["addressed_by: Two regions here", "controls: [A.5.31]", "evidence: [plan.md]"] {
		model := isms.parse(_legal(fields))
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_not_met if {
	every fields in [`addressed_by: ""`, "addressed_by: TBD", `addressed_by: "-"`, "party: Oak"] {
		found := rule.findings with input as isms.parse(_legal(fields))
		some finding in found
		finding.message == "LEG-2: nothing is named that meets it"
		startswith(finding.pos, "4:")
	}
}

test_quiet if {
	every fields in [`applicable: "no"`, "status: not yet in force", "status: Repealed", "status: noch nicht in Kraft"] {
		count(rule.findings) == 0 with input as isms.parse(_legal(fields))
	}
}

_soa(applicable) := {"registers/soa.yaml": sprintf("register: soa\nentries:\n  - {id: \"5.31\", applicable: \"%s\", justification: The law asks for it}\n", [applicable])}

test_excluded_control if {
	found := rule.findings with input as isms.parse(object.union(_legal("controls: [A.5.31]"), _soa("no")))
	some finding in found
	finding.message == "LEG-2 relies on control A.5.31, which the Statement of Applicability excludes"
	finding.related[0].path == "registers/soa.yaml"
	count(rule.findings) == 0 with input as isms.parse(object.union(_legal("controls: [A.5.31]"), _soa("yes")))
	count(rule.findings) == 0 with input as isms.parse(object.union(_legal("controls: [A.5.34]"), _soa("no")))
}
