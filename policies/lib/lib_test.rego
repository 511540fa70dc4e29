package ismslint.lib_test

import data.ismslint.lib

_risk := {
	"_path": "registers/risks.yaml",
	"_pos": {".": "3:1:9:2", "owner": "4:8:4:11"},
	"_subject": "risks/RSK-001",
	"id": "RSK-001",
	"section": "",
	"date": {"raw": "2026", "value": {"from": "2026-01-01", "until": "2026-12-31", "age": 1}},
	"owner": {"raw": "tbd", "value": null},
	"title": {"raw": "Fire", "value": "Fire"},
}

_document := {
	"_path": "isms.md",
	"_pos": {".": "1:1:1:2"},
	"_subject": "isms.md#scope",
	"section": "scope",
	"signal": "heading",
	"certainty": "indicates",
	"date": "2026-02-03",
}

test_evidence_of_entry if {
	lib.evidence(_risk, "owner") == {
		"path": "registers/risks.yaml",
		"pos": "4:8:4:11",
		"section": "",
		"signal": "",
		"certainty": "",
		"date": "2026-12-31",
	}
}

test_evidence_of_document if {
	lib.evidence(_document, "owner") == {
		"path": "isms.md",
		"pos": "1:1:1:2",
		"section": "scope",
		"signal": "heading",
		"certainty": "indicates",
		"date": "2026-02-03",
	}
}

test_evidence_without_date if {
	undated := object.union(_document, {"date": null})
	lib.evidence(undated, ".").date == ""
	unread := object.union(_risk, {"date": {"raw": "soon", "value": null}})
	lib.evidence(object.remove(unread, ["section"]), ".").date == ""
}

test_evidence_dated_otherwise if {
	lib.evidence_date(lib.evidence(_document, "."), "2025-01-01").date == "2025-01-01"
}

test_finding if {
	lib.finding(_risk, "owner", "m") == {
		"subject": "risks/RSK-001",
		"field": "owner",
		"path": "registers/risks.yaml",
		"pos": "4:8:4:11",
		"message": "m",
		"related": [],
	}
}

test_finding_with_more if {
	finding := lib.finding(_risk, "treatments", "m")
	finding.pos == "3:1:9:2"
	lib.indicated(finding).certainty == "indicates"
	lib.at_most(finding, "note").at_most == "note"
	lib.by_default_interval(finding).default_interval
	lib.concerning(finding, ["6.1.2-a"]).activities == ["6.1.2-a"]
	related := lib.with_related(finding, [lib.place(_document, ".", "here")]).related
	related == [{"path": "isms.md", "pos": "1:1:1:2", "message": "here"}]
}

test_absence if {
	absence := lib.absence(_document, "audits", "m")
	absence.absent == "audits"
	absence.field == "audits"
	absence.pos == "1:1:1:2"
}

test_fields if {
	lib.filled(_risk.title)
	not lib.filled(_risk.owner)
	lib.text(_risk.owner) == "tbd"
}

test_column if {
	register := {"columns": {"owner": true}}
	lib.column(register, "owner")
	not lib.column(register, "level")
}

test_open if {
	lib.open({"status": {"raw": "open", "value": "open"}})
	lib.open({"status": {"raw": "?", "value": null}})
	lib.open({})
	not lib.open({"status": {"raw": "closed", "value": "closed"}})
	not lib.open({"status": {"raw": "Entwurf", "value": "draft"}})
}

test_interval if {
	intervals := {
		"internal_audit": {"raw": "P6M", "value": {"months": 6, "days": 0}},
		"management_review": {"raw": "", "value": null},
	}
	lib.interval("internal_audit") == {"months": 6, "days": 0, "stated": true} with input.isms.organization.intervals as intervals
	default_interval := {"months": 12, "days": 0, "stated": false}
	lib.interval("management_review") == default_interval with input.isms.organization.intervals as intervals
	lib.interval("unknown") == default_interval with input.isms.organization.intervals as intervals
}

test_due if {
	lib.due(_risk.date, {"months": 12, "days": 0}) == "2027-12-31"
	not lib.due({"raw": "", "value": null}, {"months": 12, "days": 0})
}

test_ids if {
	lib.ids([{"id": "A", "_subject": "risks/A"}, {"id": "", "_subject": "risks/line-3"}]) == "A, risks/line-3"
}

test_list if {
	lib.list(["a", "b"]) == "a, b"
	lib.list({"b", "a"}) == "a, b"
	lib.list([]) == ""
	lib.list(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10"
	lib.list(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more"
}

test_controls if {
	lib.controls({"5.10", "5.9", "8.1"}) == ["5.9", "5.10", "8.1"]
	lib.controls(["A.12.1.1", "A.9.2.3"]) == ["A.9.2.3", "A.12.1.1"]
}

test_differ if {
	people := {
		"role cto": {"ids": ["ROLE-CTO"]},
		"jo": {"ids": ["P-1", "ROLE-CTO"]},
		"role ism": {"ids": ["ROLE-ISM"]},
		"somebody": {"ids": []},
	}
	field := {name: {"value": {"keys": [name]}} | some name, _ in people}
	lib.differ(field["role cto"], field["role ism"]) with input.isms.people as people
	not lib.differ(field["role cto"], field.jo) with input.isms.people as people
	not lib.differ(field["role cto"], field.somebody) with input.isms.people as people
	not lib.differ(field["role cto"], {"value": null}) with input.isms.people as people
}

test_form if {
	lib.form("RSK-003") == lib.form("RSK-14")
	lib.form("RSK-003") != lib.form("R-003")
}

_entry(status, until) := {
	"_subject": "treatments/RT-1",
	"status": {"raw": status, "value": status},
	"due": {"raw": until, "value": {"from": until, "until": until}},
}

test_overdue if {
	lib.overdue(_entry("open", "2026-11-23")) with input.isms.as_of as "2026-11-24"
	not lib.overdue(_entry("open", "2026-11-24")) with input.isms.as_of as "2026-11-24"
	not lib.overdue(_entry("done", "2026-11-23")) with input.isms.as_of as "2026-11-24"
	done := object.union(_entry("open", "2026-11-23"), {"done_on": {"raw": "2026-10-01", "value": {"until": "2026-10-01"}}})
	not lib.overdue(done) with input.isms.as_of as "2026-11-24"
	not lib.overdue({"due": {"raw": "soon", "value": null}}) with input.isms.as_of as "2026-11-24"
}

test_tells_progress if {
	lib.tells_progress({"columns": {"status": true}})
	lib.tells_progress({"columns": {"done_on": true}})
	not lib.tells_progress({"columns": {"due": true}})
}

test_standing if {
	lib.standing(_entry("open", "2026")) == "its status is \"open\""
	lib.standing(_entry("", "2026")) == "no status is recorded"
}

test_blank if {
	lib.blank({"raw": "TBD", "value": null})
	lib.blank({"raw": "", "value": null})
	not lib.blank({"raw": "ongoing", "value": null})
	not lib.blank({"raw": "2026", "value": {"until": "2026-12-31"}})
}

test_pursued if {
	lib.pursued(_entry("open", "2026"))
	not lib.pursued(_entry("achieved", "2026"))
	not lib.pursued(_entry("Missed", "2026"))
}

test_supplies if {
	lib.supplies({"status": {"raw": "active"}})
	lib.supplies({"status": {"raw": ""}})
	not lib.supplies({"status": {"raw": "Ended"}})
	not lib.supplies({"status": {"raw": "Gekündigt"}})
}

test_dates if {
	documents := [
		{"_path": "a.md", "section": "", "date": "2026-01-02"},
		{"_path": "a.md", "section": "x", "date": "2025-01-02"},
		{"_path": "b.md", "section": "", "date": null},
	]
	found := lib.dates with input.isms.documents as documents
	found == {"a.md": {"2026-01-02"}}
}

test_item if {
	organization := {"determined": {"context": true}, "outside": {"parties": "the CRM"}}
	lib.item(["issues", "context"]) == "context" with input.isms.organization as organization
	lib.item(["parties", "context.parties"]) == "parties" with input.isms.organization as organization
	lib.item(["roles", "appointment"]) == "roles" with input.isms.organization as organization
}

test_pointed if {
	document := {"_path": "a.md", "addresses": {
		"4.3-b": {"anchor": "#there", "section": "there", "empty": false},
		"4.3-c": {"anchor": "#gone", "section": "", "empty": false},
		"4.3-d": {"anchor": "#blank", "section": "blank", "empty": true},
	}}
	lib.pointed("4.3-b").anchor == "#there" with input.document as document
	every activity in ["4.3-c", "4.3-d", "4.3-e"] {
		not lib.pointed(activity) with input.document as document
	}
	lib.astray("4.3-c") == `"#gone" is given as the place for 4.3-c, and a.md has no such heading` with input.document as document
	lib.astray("4.3-d") == `"#blank" is given as the place for 4.3-d, and the section says nothing` with input.document as document
	not lib.astray("4.3-b") with input.document as document
	not lib.astray("4.3-e") with input.document as document
}

test_spoken if {
	cue := {"in-text": [{"_pos": {".": "5:1:5:9"}}], "both": [{"_pos": {".": "5:1:5:9"}}, {"_pos": {".": "9:4:9:12"}}], "none": []}
	document := {"cues": cue, "sections": [{"_pos": {".": "9:4:9:12"}}]}
	lib.spoken("in-text")._pos["."] == "5:1:5:9" with input.document as document
	lib.spoken("both")._pos["."] == "9:4:9:12" with input.document as document
	not lib.spoken("none") with input.document as document
}

test_plan if {
	lib.plan({"months": 0, "days": 90, "stated": true}) == "planned every 90 days"
	lib.plan({"months": 12, "days": 0, "stated": false}) == "more than twelve months ago, and isms.yaml states no interval"
}

test_span if {
	lib.span({"months": 12, "days": 0}) == "12 months"
	lib.span({"months": 1, "days": 0}) == "month"
	lib.span({"months": 1, "days": 14}) == "1 month and 14 days"
}

test_few if {
	lib.few(["a", "b", "c", "d"]) == "a, b, c, d"
	lib.few(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
}
