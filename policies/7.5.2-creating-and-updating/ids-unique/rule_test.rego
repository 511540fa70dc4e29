package ismslint.rules.creating_and_updating.ids_unique_test

import data.ismslint.rules.creating_and_updating.ids_unique as rule

_doc(id, title, extra) := sprintf("---\nid: %s\ntitle: %s\n%s---\n\nEverybody gets the access that the work takes, managers look at it twice a year, and it ends with the work.\n", [id, title, extra])

_files(a, b) := isms.parse({"policies/access-policy.md": a, "policies/backup-policy.md": b})

test_twice if {
	found := rule.findings with input as _files(_doc("POL-1", "Access policy", ""), _doc("POL-1", "Backup policy", ""))
	count(found) == 1
	some finding in found
	finding.message == "id POL-1 is carried by policies/access-policy.md and by policies/backup-policy.md"
	finding.path == "policies/backup-policy.md"
	finding.pos == "2:5:2:10"
}

test_once if {
	model := _files(_doc("POL-1", "Access policy", ""), _doc("POL-2", "Backup policy", ""))
	count(rule.findings) == 0 with input as model
	count(rule.evidence) == 1 with input as model
}

test_translation if {
	count(rule.findings) == 0 with input as _files(_doc("POL-1", "Access policy", ""), _doc("POL-1", "Backup policy", "translated_from: policies/access-policy.md\n"))
}

test_superseded if {
	count(rule.findings) == 0 with input as _files(_doc("POL-1", "Access policy", ""), _doc("POL-1", "Backup policy", "status: superseded\n"))
}

test_numbers if {
	every id in ["A.5.15", "5.15", "'7.2'"] {
		count(rule.findings) == 0 with input as _files(_doc(id, "Access policy", ""), _doc(id, "Backup policy", ""))
	}
}

test_category if {
	model := isms.parse({
		"policies/access-policy.md": _doc("POL", "Access policy", ""), "policies/backup-policy.md": _doc("POL", "Backup policy", ""),
		"policies/media-policy.md": _doc("POL", "Media policy", ""),
	})
	count(rule.findings) == 0 with input as model
}
