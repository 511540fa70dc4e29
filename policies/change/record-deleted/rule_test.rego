package ismslint.rules.change.record_deleted_test

import data.ismslint.rules.change.record_deleted as rule

_message(base, head) := finding.message if {
	found := rule.findings with input as isms.change(base, head)
	count(found) == 1
	some finding in found
}

_quiet(base, head) if count(rule.findings) == 0 with input as isms.change(base, head)

_row(id, status) := sprintf("  - {id: %s, raised_on: 2026-03-02, description: Late review, requirement: Access policy, corrective_action: Calendar, status: %s}", [id, status])

_nc(rows) := {"ncs.yaml": concat("\n", array.concat(["register: nonconformities", "entries:"], rows))}

_risk(ids) := {"risks.yaml": concat("\n", array.concat(["register: risks", "entries:"], [sprintf("  - {id: %s, title: Fire, owner: CEO, level: high}", [id]) | some id in ids]))}

test_deleted if {
	_message(_nc([_row("NC-1", "closed"), _row("NC-2", "open")]), _nc([_row("NC-1", "closed")])) == "NC-2 was removed from ncs.yaml and is nowhere else"
}

test_place if {
	found := rule.findings with input as isms.change(_nc([_row("NC-1", "closed"), _row("NC-2", "open")]), _nc([_row("NC-1", "closed")]))
	some finding in found
	startswith(finding.pos, "3:")
}

test_risk if {
	found := rule.findings with input as isms.change(_risk(["R-1", "R-2"]), _risk(["R-1"]))
	some finding in found
	finding.at_most == "warning"
	finding.message == "R-2 was removed from risks.yaml and is nowhere else: a risk that is over is closed"
}

test_quiet if {
	base := _nc([_row("NC-1", "closed"), _row("NC-2", "open")])
	_quiet(base, base)
	_quiet(base, _nc([_row("NC-2", "open"), _row("NC-1", "closed")]))
	_quiet(base, object.union(_nc([_row("NC-1", "closed")]), {"archive.md": "# Archive\n\nNC-2 was about a late review.\n"}))
	_quiet(_risk(["R-1", "R-2"]), object.union(_risk(["R-1"]), {"old/risks.md": "# Risks of 2025\n\n| ID | Risk | Owner | Level |\n|---|---|---|---|\n| R-2 | Fire | CEO | high |\n"}))
}

test_new_numbers if {
	found := rule.findings with input as isms.change(_risk(["R-1", "R-2", "R-3"]), _risk(["RSK-1", "RSK-2", "RSK-3"]))
	count(found) == 1
	some finding in found
	startswith(finding.message, "3 of 3 entries are gone and as many new ones came")
}

test_whole_register if {
	found := rule.findings with input as isms.change(object.union(_nc([_row("NC-1", "closed")]), {"README.md": "# ISMS\n"}), {"README.md": "# ISMS\n"})
	some finding in found
	finding.path == "README.md"
}

test_evidence if {
	count(rule.evidence) == 1 with input as isms.change(_nc([_row("NC-1", "open")]), _nc([_row("NC-1", "closed")]))
}
