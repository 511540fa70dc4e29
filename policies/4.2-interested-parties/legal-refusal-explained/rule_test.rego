package ismslint.rules.interested_parties.legal_refusal_explained_test

import data.ismslint.rules.interested_parties.legal_refusal_explained as rule

_parties(fields) := isms.parse({"registers/parties.yaml": sprintf("register: parties\nentries:\n  - {id: IP-1, name: Authority, requirements: Reports, %s}\n", [fields])})

test_explained if {
	every fields in [`requirement_type: legal, addressed: "no", reason_not_addressed: It holds for banks`, `requirement_type: legal, addressed: "no", addressed_by: Done by the group`] {
		model := _parties(fields)
		count(rule.findings) == 0 with input as model
		count(rule.evidence) == 1 with input as model
	}
}

test_not_explained if {
	every kind in ["legal", "Contractual", "gesetzlich"] {
		found := rule.findings with input as _parties(sprintf(`requirement_type: %s, addressed: "no"`, [kind]))
		some finding in found
		finding.message == sprintf("IP-1 is %q and not taken on, and no reason is given", [kind])
	}
}

test_quiet if {
	every fields in [`requirement_type: expectation, addressed: "no"`, `requirement_type: legal, addressed: "yes"`, `addressed: "no"`, `requirement_type: legal, addressed: "?"`] {
		count(rule.findings) == 0 with input as _parties(fields)
	}
}
