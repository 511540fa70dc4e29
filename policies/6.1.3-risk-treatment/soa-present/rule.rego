# METADATA
# title: There is a Statement of Applicability
# description: >-
#   The clause asks for a Statement of Applicability: which controls are necessary, why, whether they are
#   implemented, and why controls of Annex A are left out. Looked for is a document or register of that name, or
#   tables under such a title that decide on controls. It is the document that auditors and customers ask for
#   first, and a certificate names its version.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-d1", "6.1.3-c", "7.5.1-a"]
#   checks: ["6.1.3-1", "R-DOC-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["soa?"]
#   remedy: >-
#     Write the Statement of Applicability as a table with one row for each control of Annex A, or say in isms.yaml
#     where it is: under `documents` if it is here under another name, under `outside` if it is kept elsewhere.
package ismslint.rules.risk_treatment.soa_present

import data.ismslint.lib

evidence contains lib.evidence(_soa, ".") if {
	_soa.state == "present"
	_soa.decided
}

# A document without rows that were read is shown, but does not say how the controls were compared.
evidence contains lib.concerning(lib.indicated(lib.evidence(item, ".")), ["6.1.3-d1", "7.5.1-a"]) if {
	count(_soa.entries) == 0
	some item in _type.items
}

findings contains lib.with_related(lib.absence(_soa, "soa", _message), _places) if {
	count(_soa.entries) == 0
	count(_type.items) == 0
}

# A table without a row decides on nothing.
findings contains lib.finding(_soa, ".", sprintf("%s has no row: no control is decided on", [_soa.title])) if {
	_soa.state == "empty"
	count(_type.items) > 0
}

_soa := input.isms.registers.soa

_type := input.isms.types.soa

# What stood in the way: a table whose kind is not decided, else a document that does not count.
_message := sprintf(
	"no Statement of Applicability was recognised; %s, %s, decides on controls, but nothing says that it is one",
	[_soa.possible[0]._path, _named(_soa.possible[0])],
) if {
	count(_soa.possible) > 0
} else := sprintf("no Statement of Applicability was recognised; %s is not counted: %s", [other._path, other.why]) if {
	other := _type.others[0]
} else := "no Statement of Applicability was recognised, neither a document of that name nor a table that decides on the controls of Annex A"

_named(table) := sprintf("the table under \"%s\"", [table.title]) if table.title != ""

_named(table) := "a table" if table.title == ""

_places := [lib.place(table, ".", "a table that decides on controls") | some table in _soa.possible]
