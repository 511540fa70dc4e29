package ismslint.rules.roles.role_has_holder_test

import data.ismslint.rules.roles.role_has_holder as rule

_tree(role, owner) := isms.parse({
	"registers/roles.yaml": sprintf("register: roles\nentries:\n  - {id: ROLE-A, role: Director, responsibilities: Approves, holders: [Jane Roe]}\n  - {id: ROLE-B, responsibilities: Trains, %s}\n", [role]),
	"registers/risks.yaml": sprintf("register: risks\nentries:\n  - {id: R-1, title: Fire, level: low, owner: %s}\n", [owner]),
})

test_held if {
	model := _tree("role: Trainer, holders: [John Doe]", "ROLE-B")
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_vacant if {
	every role in ["role: Trainer", "role: Trainer, holders: []", "role: Trainer, holders: TBD", "role: Trainer, holders: \"-\""] {
		every owner in ["ROLE-B", "Trainer"] {
			found := rule.findings with input as _tree(role, owner)
			some finding in found
			finding.message == "ROLE-B owns or approves one item and has no holder"
			startswith(finding.pos, "4:")
		}
	}
}

test_several if {
	model := isms.parse({
		"registers/roles.yaml": "register: roles\nentries:\n  - {id: ROLE-A, role: Director, responsibilities: A, holders: [Jane Roe]}\n  - {id: ROLE-B, role: Trainer, responsibilities: B}\n",
		"registers/risks.yaml": "register: risks\nentries:\n  - {id: R-1, title: Fire, level: low, owner: ROLE-B}\n",
		"backup-policy.md": "---\nowner: ROLE-B\n---\n# Backup policy\n\nEach night a copy goes to the other town.\n",
	})
	found := rule.findings with input as model
	some finding in found
	finding.message == "ROLE-B owns or approves 2 items and has no holder"
}

test_quiet if {
	count(rule.findings) == 0 with input as _tree("role: Trainer", "ROLE-A")
	every role in ["role: All staff", "role: Trainer, status: closed", "role: Trainer, until: 2025-01-01"] {
		count(rule.findings) == 0 with input as _tree(role, "ROLE-B")
	}
}

test_no_holders_by_design if {
	model := isms.parse({
		"registers/roles.yaml": "register: roles\nentries:\n  - {id: ROLE-B, role: Trainer, responsibilities: B, holders: \"\"}\n",
		"registers/risks.yaml": "register: risks\nentries:\n  - {id: R-1, title: Fire, level: low, owner: ROLE-B}\n",
	})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 0 with input as model
}
