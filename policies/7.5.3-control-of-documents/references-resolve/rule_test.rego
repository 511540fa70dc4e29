package ismslint.rules.control_of_documents.references_resolve_test

import data.ismslint.rules.control_of_documents.references_resolve as rule

_messages(files) := {finding.message | some finding in found} if {
	found := rule.findings with input as isms.parse(files)
}

_files(refs, evidence, controls) := {
	"registers/risks.yaml": sprintf("register: risks\nentries:\n  - {id: RSK-1, title: Loss, owner: CTO, level: high, treatments: [%s], status: in-treatment}\n", [refs]),
	"registers/treatments.yaml": sprintf("register: treatments\nentries:\n  - {id: RT-1, risks: [RSK-1], option: modify, action: Copies, owner: CTO, due: 2027-01-01, status: open, evidence: [%s], controls: [%s]}\n  - {id: RT-2, risks: [RSK-1], option: modify, action: Tests, owner: CTO, due: 2027-01-01, status: open}\n", [evidence, controls]),
	"records/restore-test.md": "# Restore test\n\n**Date:** 2026-09-17\n\nOne customer was restored within 40 minutes, and the check sums agree.\n",
}

test_id if {
	_messages(_files("RT-1, RT-7", "", "A.8.13")) == {"RSK-1: treatments names RT-7, which no register here has"}
}

test_path if {
	_messages(_files("RT-1", "records/gone.md", "A.8.13")) == {"RT-1: evidence names records/gone.md, which does not exist"}
}

test_control if {
	_messages(_files("RT-1", "", "A.8.97")) == {"RT-1 names control A.8.97, which Annex A does not have"}
}

test_quiet if {
	every refs in ["RT-1, RT-2", "JIRA-77", "Backup project"] {
		count(_messages(_files(refs, "records/restore-test.md", "A.8.13"))) == 0
	}
	every evidence in ["gone.md", "https://example.org/a/b.md", "ticket 12"] {
		count(_messages(_files("RT-1", evidence, "A.8.13, OWN-3"))) == 0
	}
	count(rule.evidence) == 1 with input as isms.parse(_files("RT-1", "records/restore-test.md", "A.8.13"))
}

test_based_on if {
	soa := "---\nid: REG-1\ntitle: Statement of Applicability\ntype: soa\nedition: \"2022\"\nbased_on: records/%s.md\n---\n\n# Statement of Applicability\n\n| Control | Applicable | Justification | Implementation |\n|---|---|---|---|\n| 8.13 | yes | Ransomware | implemented |\n| 8.14 | yes | Outages | implemented |\n"
	count(_messages(object.union(_files("RT-1", "", "A.8.13"), {"registers/soa.md": sprintf(soa, ["gone"])}))) == 1
	count(_messages(object.union(_files("RT-1", "", "A.8.13"), {"registers/soa.md": sprintf(soa, ["restore-test"])}))) == 0
}
