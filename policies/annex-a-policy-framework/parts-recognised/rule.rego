# METADATA
# title: Policies have a part on scope, purpose and responsibilities
# description: >-
#   ISO/IEC 27003 recommends parts for a policy, so that readers find what it is for, whom it concerns and who does
#   what. Looked for are headings; an introduction counts as purpose. A policy without a part that at least half of the
#   policies here have is named; what fewer have is one note. The rules of a policy stand under headings of their own
#   subject and are not looked for. For fewer than ten persons scope and responsibilities do.
# custom:
#   scope: repository
#   clause: Annex A
#   activities: ["7.5.2-b"]
#   checks: ["A-2"]
#   kind: heading
#   strength: should
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: relax
#   remedy: >-
#     Add a short section under such a heading, or head the one that is there with a word that says so.
package ismslint.rules.policy_framework.parts_recognised

import data.ismslint.lib

# One place for each part: the first policy that has it.
evidence contains lib.evidence(lib.policies[min(carriers)], ".") if some carriers in _carriers

findings contains lib.finding(document, ".", message) if {
	count(_incomplete) <= _few
	some i, absent in _incomplete
	document := lib.policies[i]
	message := sprintf("%s: no section was recognised on %s, which most of the policies here have", [_called(document), concat(" and ", absent)])
}

# Many are one habit.
findings contains lib.finding(input.isms.anchor, ".", message) if {
	count(_incomplete) > _few
	message := sprintf("%s have no recognised section on %s, which the others have: %s", [
		lib.of(_incomplete), concat(" or ", {name | some _, absent in _incomplete; some name in absent}),
		lib.list([lib.policies[i]._path | some i, _ in _incomplete]),
	])
}

findings contains lib.finding(_place, ".", message) if {
	count(_rare) > 0
	message := sprintf("few of the %d policies here have a recognised section on: %s", [count(lib.policies), concat(", ", _rare)])
	count(lib.policies) > 1
}

findings contains lib.finding(document, ".", message) if {
	count(lib.policies) == 1
	document := lib.policies[0]
	absent := [part | some part in _parts; count(_carriers[part]) == 0]
	count(absent) > 0
	message := sprintf("%s: no section was recognised on %s", [_called(document), concat(" and ", absent)])
}

_few := 5

_parts := ["scope", "responsibilities"] if input.isms.organization.small

_parts := ["scope", "purpose", "responsibilities"] if not input.isms.organization.small

_headed := {"scope": ["scope"], "purpose": ["objectives", "introduction"], "responsibilities": ["responsibilities"]}

_carriers[part] := {i | some i, document in lib.policies; some element in _headed[part]; document.elements[element]} if some part in _parts

_incomplete[i] := absent if {
	some i, _ in lib.policies
	absent := [part | some part in _parts; lib.usual(_carriers[part]); not _carriers[part][i]]
	count(absent) > 0
}

_rare := [sprintf("%s (%d)", [part, count(_carriers[part])]) | some part in _parts; not lib.usual(_carriers[part])]

_place := input.isms.anchor

_called(document) := document.title if document.title != ""

_called(document) := document._path if document.title == ""
