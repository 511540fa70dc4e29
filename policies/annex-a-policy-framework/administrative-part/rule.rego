# METADATA
# title: The administrative part of policies holds what most of them hold
# description: >-
#   ISO/IEC 27003 recommends that a policy says who approved it, how long it holds, what was changed when, how it is
#   classified and for whom it is meant. A policy without what at least half of the policies here carry is named; what
#   fewer carry is one note. Id, version, date and owner are looked at for all documents elsewhere. Where isms.yaml says
#   that Git has the versions or the approval, it has. For fewer than ten persons the approver does.
# custom:
#   scope: repository
#   clause: Annex A
#   activities: ["7.5.2-a"]
#   checks: ["A-1"]
#   kind: metadata
#   strength: should
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: relax
#   remedy: >-
#     Add the keys to the head of the policy, in the form that the others use.
package ismslint.rules.policy_framework.administrative_part

import data.ismslint.lib

# One place for each: the first policy that carries it.
evidence contains lib.evidence(lib.policies[min(carriers)], _fields[part][0]) if some part, carriers in _carriers

findings contains lib.finding(document, ".", message) if {
	count(_incomplete) <= _few
	some i, absent in _incomplete
	document := lib.policies[i]
	message := sprintf("%s has no %s, which most of the policies here carry", [document._path, concat(", no ", absent)])
}

# Many are one habit.
findings contains lib.finding(input.isms.anchor, ".", message) if {
	count(_incomplete) > _few
	message := sprintf("%s carry no %s, which the others carry: %s", [
		lib.of(_incomplete), concat(" or ", {part | some _, absent in _incomplete; some part in absent}),
		lib.list([lib.policies[i]._path | some i, _ in _incomplete]),
	])
}

findings contains lib.finding(input.isms.anchor, ".", message) if {
	count(lib.policies) > 2
	count(_rare) > 0
	message := sprintf("few of the %d policies here carry: %s", [count(lib.policies), concat(", ", _rare)])
}

_few := 5

_fields := {
	"approver": ["approved_by", "approved_on"],
	"review date": ["next_review", "review_interval", "review_ambiguous"],
	"classification": ["classification"],
	"audience": ["audience"],
	"version history": ["version"],
}

_asked := ["approver"] if input.isms.organization.small

_asked := ["approver", "review date", "classification", "audience", "version history"] if not input.isms.organization.small

_parts := [part | some part in _asked; not _by_git(part)]

_by_git("version history") if input.isms.organization.versions == "git"

_by_git("approver") if input.isms.organization.approval == "pull-request"

_carriers[part] := {i | some i, document in lib.policies; _carries(document, part)} if some part in _parts

# A field that is there and open is another rule's business.
_carries(document, part) if {
	part != "version history"
	some field in _fields[part]
	document._pos[concat("/", ["metadata", field])]
}

_carries(document, "version history") if document.elements.administrative

_carries(document, part) if {
	some place in _listed[part]
	startswith(document._path, place)
}

# Documents and folders for which a register of documents says it.
_listed[part] contains place if {
	some entry in input.isms.registers.documents.entries
	some place in array.concat([ref.path | some ref in entry.path.value], [entry.path.raw, entry.location.raw])
	place != ""
	some part, field in {"approver": "approved_by", "review date": "next_review", "classification": "classification"}
	lib.filled(entry[field])
}

_incomplete[i] := absent if {
	some i, _ in lib.policies
	absent := [part | some part in _parts; lib.usual(_carriers[part]); not _carriers[part][i]]
	count(absent) > 0
}

# That nobody shows an approver is reported for all documents.
_rare := [sprintf("%s (%d)", [part, count(_carriers[part])]) |
	some part in _parts
	not _left_open[part]
	not lib.usual(_carriers[part])
]

_left_open contains "approver"

# Where no isms.yaml says otherwise, Git may have the history.
_left_open contains "version history" if not input.isms.declared
