package ismslint.rules.management_system.processes_named_test

import data.ismslint.rules.management_system.processes_named as rule

_names := ["Risk assessment", "Risk treatment", "Training", "Document control", "Monitoring", "Internal audit", "Management review", "Corrective action"]

_register(names) := isms.parse({"registers/processes.yaml": concat("", array.concat(
	["register: processes\nentries:\n"],
	[sprintf("  - {id: P-%d, name: %s, owner: CTO, outputs: Minutes}\n", [i, name]) | some i, name in names],
))})

test_all if {
	count(rule.findings) == 0 with input as _register(_names)
	count(rule.evidence) == 1 with input as _register(_names)
	german := ["Risikobeurteilung", "Risikobehandlung", "Schulung", "Dokumentenlenkung", "Überwachung", "Internes Audit", "Managementbewertung", "Korrekturmaßnahmen"]
	count(rule.findings) == 0 with input as _register(german)
}

test_some if {
	found := rule.findings with input as _register(array.slice(_names, 0, 6))
	some finding in found
	finding.certainty == "indicates"
	finding.message == "the register of processes at registers/processes.yaml was not recognised to include management review, corrective action"
}

test_manual if {
	model := isms.parse({"isms-manual.md": "# ISMS manual\n\nWe have a process of risk assessment and risk treatment, and one for training of staff.\n"})
	found := rule.findings with input as model
	some finding in found
	startswith(finding.message, "isms-manual.md was not recognised to include control of documents, monitoring")
	count(rule.evidence) == 1 with input as model
}

test_section_is_no_manual if {
	model := isms.parse({"handbook.md": "# Handbook\n\nHow we work and why.\n\n## ISMS framework\n\nWe have a process of risk assessment and of risk treatment. We look at this page each spring and change what has changed since.\n"})
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_procedures_alone if {
	procedure := {"internal-audit-procedure.md": "# Internal audit procedure\n\nOnce a year somebody from another team looks at what we do and writes it down.\n"}
	count(rule.findings) == 0 with input as isms.parse(procedure)
	count(rule.evidence) == 1 with input as isms.parse(procedure)
	determined := isms.parse(object.union(procedure, {"isms.yaml": "edition: \"2022\"\ndetermined: [processes]\n"}))
	found := rule.findings with input as determined
	some finding in found
	finding.absent == "processes"
}

test_nothing if {
	found := rule.findings with input as isms.parse({"README.md": "# Ours\n\nHere is what we do about security.\n"})
	some finding in found
	startswith(finding.message, "no processes of the ISMS were recognised")
}
