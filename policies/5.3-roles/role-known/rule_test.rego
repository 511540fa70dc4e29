package ismslint.rules.roles.role_known_test

import data.ismslint.rules.roles.role_known as rule

_tree(owners) := isms.parse({
	"registers/roles.yaml": "register: roles\nentries:\n  - {id: ROLE-A, role: Director, responsibilities: Approves, holders: [P-01]}\npersons:\n  - {id: P-01, name: A.B.}\n",
	"registers/risks.yaml": concat("", array.concat(
		["register: risks\nentries:\n"],
		[sprintf("  - {id: R-%d, title: Fire, level: low, owner: \"%s\"}\n", [i, owner]) | some i, owner in owners],
	)),
})

test_known if {
	model := _tree(["ROLE-A", "P-01", "Director"])
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_unknown if {
	found := rule.findings with input as _tree(["ROLE-A", "ROLE-X"])
	some finding in found
	finding.message == `"ROLE-X" is not in the register of roles at registers/roles.yaml`
	startswith(finding.pos, "4:")
}

test_once_for_each_value if {
	found := rule.findings with input as _tree(["P-99", "P-99", "P-99"])
	count(found) == 1
	some finding in found
	finding.message == `"P-99" is used 3 times and is not in the register of roles at registers/roles.yaml`
	count(finding.related) == 2
}

test_free_text if {
	every owner in ["Head of Platform", "Jane Roe", "IT-Team", "ACME-1 Ltd", "TBD", "-", ""] {
		count(rule.findings) == 0 with input as _tree([owner])
	}
}

test_documents if {
	model := isms.parse({
		"registers/roles.yaml": "register: roles\nentries:\n  - {id: R1, role: Director, responsibilities: Approves}\n",
		"backup-policy.md": "---\nowner: R2\n---\n# Backup policy\n\nEach night a copy goes to the other town.\n",
	})
	found := rule.findings with input as model
	some finding in found
	finding.path == "backup-policy.md"
	startswith(finding.pos, "2:")
}
