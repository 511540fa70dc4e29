package ismslint.rules.creating_and_updating.heads_alike_test

import data.ismslint.rules.creating_and_updating.heads_alike as rule

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

_policy(n, lines) := sprintf("---\nid: POL-%d\ntitle: Policy number %d on backup\ntype: policy.topic\nversion: \"1.0\"\nowner: Head of IT\n%s---\n\n# Policy number %d on backup\n\nEverybody follows these rules at work, and managers look at it twice a year that they do.\n", [n, n, lines, n])

_all := "approved_by: CEO\nclassification: Internal\nnext_review: 2027-05-11\n"

_policies(last) := object.union({sprintf("policies/policy-%d.md", [n]): _policy(n, _all) | some n in [1, 2, 3, 4]}, {"policies/policy-5.md": _policy(5, last)})

test_label if {
	_messages(_policies("approved_by: CEO\nnext_review: 2027-05-11\n")) == {"Policy number 5 on backup has no label of confidentiality, which 4 of the 5 documents here have"}
}

test_review_and_approver if {
	_messages(_policies("classification: Internal\n")) == {
		"Policy number 5 on backup has no approver, which 4 of the 5 documents here have",
		"Policy number 5 on backup has no day of the next review, which 4 of the 5 documents here have",
	}
}

test_approved_by_pull_request if {
	files := object.union(_policies("classification: Internal\nreview_interval: P12M\n"), {"isms.yaml": "organization: {name: Example}\napproval: pull-request\n"})
	count(_messages(files)) == 0
}

test_complete if {
	count(_messages(_policies(_all))) == 0
	count(rule.evidence) == 1 with input as isms.parse(_policies(_all))
}

test_few_documents if {
	count(_messages(object.remove(_policies("approved_by: CEO\n"), ["policies/policy-1.md"]))) == 0
}

test_habit if {
	files := object.union(_policies("approved_by: CEO\n"), {"policies/policy-4.md": _policy(4, "approved_by: CEO\n")})
	count(_messages(files)) == 0
}

_head := "version: \"1.0\"\nowner: CISO\napproved_by: CEO\nnext_review: 2027-05-11\nclassification: Internal\n"

_registers(head) := {
	"registers/improvements.yaml": sprintf("register: improvements\n%sentries:\n  - {id: IMP-1, text: Ask, source: staff, owner: CISO, due: 2027-01-01, status: open}\n", [head]),
	"registers/treatments.yaml": sprintf("register: treatments\n%sentries:\n  - {id: RT-1, risks: [RSK-1], option: modify, action: Standby, owner: CTO, due: 2027-05-01, status: open}\n", [_head]),
	"registers/planning.yaml": sprintf("register: planning\n%sentries:\n  - {id: RO-1, kind: risk, statement: Late records, action: Calendar, owner: CISO, due: 2027-05-01, status: open}\n", [_head]),
	"registers/exceptions.yaml": sprintf("register: exceptions\n%sentries:\n  - {id: EXC-1, rule: Endpoint policy, reason: Old device, approved_by: CTO, expires_on: 2027-05-01, status: open}\n", [_head]),
	"context/issues.yaml": sprintf("register: issues\n%sentries:\n  - {id: ISS-1, side: external, title: Floods, effect: Outages, status: active}\n", [_head]),
}

test_registers if {
	_messages(_registers(replace(_head, "version: \"1.0\"\n", ""))) == {"Improvements has no version, which 4 of the 5 registers beside it have"}
	count(_messages(_registers(_head))) == 0
	by_git := object.union(_registers(replace(_head, "version: \"1.0\"\n", "")), {"isms.yaml": "organization: {name: Example}\nversions: git\n"})
	count(_messages(by_git)) == 0
}
