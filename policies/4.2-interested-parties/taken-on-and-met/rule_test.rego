package ismslint.rules.interested_parties.taken_on_and_met_test

import data.ismslint.rules.interested_parties.taken_on_and_met as rule

_parties(fields) := isms.parse({"registers/parties.yaml": sprintf("register: parties\nentries:\n  - {id: IP-1, name: Customers, requirements: Reports, addressed: \"yes\", addressed_by: Plan}\n  - {id: IP-2, name: Owners, requirements: Calm, %s}\n", [fields])})

test_met if {
	every fields in [`addressed: "yes", addressed_by: Insurance`, `addressed: "no", addressed_by: ""`, `addressed: "", addressed_by: ""`, `addressed: "yes", addressed_by: "", status: closed`] {
		count(rule.findings) == 0 with input as _parties(fields)
		count(rule.evidence) == 1 with input as _parties(fields)
	}
}

test_not_met if {
	every fields in [`addressed: "yes", addressed_by: ""`, `addressed: "yes", addressed_by: "-"`, `addressed: "yes", addressed_by: TBD`] {
		found := rule.findings with input as _parties(fields)
		some finding in found
		finding.message == "IP-2 is taken on, and nothing is named that meets it"
		startswith(finding.pos, "4:")
	}
}
