package ismslint.rules.scope.parts_recognised_test

import data.ismslint.rules.scope.parts_recognised as rule

_scope(front, text) := {"isms": model.isms, "document": model.documents["scope.md"]} if {
	model := isms.parse({"scope.md": sprintf("%s# ISMS scope\n\n%s\n", [front, text])})
}

test_all if {
	every text in ["All teams, the servers, the office in Leith and the service of delivery are covered by it.", "Erfasst sind alle Abteilungen, die Server, die Büros in Kiel und die Dienstleistungen des Hauses."] {
		given := _scope("", text)
		count(rule.findings) == 0 with input as given
		count(rule.evidence) > 0 with input as given
	}
}

test_some if {
	found := rule.findings with input as _scope("", "All teams and the service of delivery are covered by it, and nothing else is for now.")
	some finding in found
	finding.message == "ISMS scope was not recognised to say anything on places of work (or that there are none), systems or information"
}

test_small if {
	model := isms.parse({
		"isms.yaml": "organization:\n  persons: 4\n",
		"scope.md": "# ISMS scope\n\nThe service of delivery and the office in Leith are covered by it, and nothing else is for now.\n",
	})
	count(rule.findings) == 0 with input as {"isms": model.isms, "document": model.documents["scope.md"]}
}

test_unknown_language if {
	count(rule.findings) == 0 with input as _scope("", "Xyzzy qwert asdf uiop hjkl vbnm zxcv plok mijn uhby gvtf crdx eszw aqwe rfvt gbyh nujm.")
}
