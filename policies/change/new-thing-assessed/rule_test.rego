package ismslint.rules.change.new_thing_assessed_test

import data.ismslint.rules.change.new_thing_assessed as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_suppliers(rows) := {"suppliers.yaml": concat("\n", array.concat(["register: suppliers", "entries:", "  - {id: S-1, name: Oakline, service: Hosting, criticality: high}"], rows))}

_assets(rows) := {"assets.yaml": concat("\n", array.concat(["register: assets", "entries:", "  - {name: Orders, owner: CEO, criticality: low}"], rows))}

_risks(reason) := {"risks.yaml": sprintf("register: risks\nentries:\n  - {id: R-1, title: Fire, owner: CEO, level: high, rationale: %s}\n", [reason])}

_base := object.union_n([_suppliers([]), _assets([]), _risks("none")])

test_supplier if {
	_message(_base, object.union(_base, _suppliers(["  - {id: S-2, name: Paylane, service: Payment, criticality: high}"]))) == "S-2 (Paylane) is new and of high criticality; no risk was added or changed with it"
}

test_asset_without_id if {
	_message(_base, object.union(_base, _assets(["  - {name: Payments, owner: CEO, criticality: high}"]))) == "Payments is new and of high criticality; no risk was added or changed with it"
}

test_both if {
	head := object.union_n([_risks("none"), _suppliers(["  - {id: S-2, name: Paylane, service: Payment, criticality: high}"]), _assets(["  - {name: Payments, owner: CEO, criticality: high}"])])
	found := rule.findings with input as isms.change(_base, head)
	count(found) == 1
	some finding in found
	count(finding.related) == 1
}

test_quiet if {
	every row in [
		"  - {id: S-2, name: Paylane, service: Payment, criticality: low}",
		"  - {id: S-2, name: Paylane, service: Payment, criticality: high, risks: R-1}",
		"  - {id: S-2, name: Paylane, service: Payment, criticality: high, comment: No risk follows}",
	] {
		_quiet(_base, object.union(_base, _suppliers([row])))
	}
	_quiet(_base, object.union_n([_base, _risks("Paylane looked at"), _suppliers(["  - {id: S-2, name: Paylane, service: Payment, criticality: high}"])]))
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_base, object.union_n([_base, _risks("Paylane looked at"), _suppliers(["  - {id: S-2, name: Paylane, service: Payment, criticality: high}"])]))
}
