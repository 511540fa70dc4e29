package ismslint.rules.risk_treatment.cloud_not_excluded_test

import data.ismslint.rules.risk_treatment.cloud_not_excluded as rule

_soa(cloud, development) := sprintf("# Statement of Applicability\n\n| Control | Applicable | Justification |\n|---|---|---|\n| 5.1-5.22 | yes | RSK-001 |\n| A.5.23 | %s | why |\n| 8.30 | %s | why |\n", [cloud, development])

_messages(soa, service) := {finding.message | some finding in findings} if {
	model := isms.parse({"soa.md": soa, "registers/suppliers.yaml": sprintf("register: suppliers\nentries:\n  - {id: SUP-001, name: Nimbostrat, %s}\n", [service])})
	findings := rule.findings with input as model
}

test_excluded if {
	_messages(_soa("no", "yes"), "service: Cloud hosting") == {"A.5.23 is excluded, while the supplier register lists Nimbostrat (Cloud hosting)"}
	_messages(_soa("no", "yes"), "service: \"\", category: SaaS") == {"A.5.23 is excluded, while the supplier register lists Nimbostrat (SaaS)"}
	_messages(_soa("yes", "no"), "service: Outsourced development of the app") == {"8.30 is excluded, while the supplier register lists Nimbostrat (Outsourced development of the app)"}
	_messages(_soa("yes", "nein"), "service: Softwareentwicklung") == {"8.30 is excluded, while the supplier register lists Nimbostrat (Softwareentwicklung)"}
}

test_quiet if {
	count(_messages(_soa("no", "no"), "service: Cleaning")) == 0
	count(_messages(_soa("no", "no"), "service: TBD")) == 0
	count(_messages(_soa("yes", "yes"), "service: Cloud hosting")) == 0
}

test_evidence if {
	model := isms.parse({"soa.md": _soa("yes", "yes"), "registers/suppliers.yaml": "register: suppliers\nentries:\n  - {id: SUP-001, name: Nimbostrat, service: Cloud hosting}\n"})
	count(rule.evidence) == 1 with input as model
}
