# METADATA
# title: Policies that controls of Annex A speak of are recognised
# description: >-
#   The text of a few controls speaks of a policy on their subject, such as access or backup. Where one of them applies
#   and is not merely planned, a policy, procedure or section on its subject is looked for, or a document that names the
#   control. A row that names a document as its implementation is enough. One note tells all that was not recognised.
# custom:
#   scope: repository
#   clause: Annex A
#   activities: ["7.5.1-b"]
#   checks: ["A-5"]
#   kind: coverage
#   strength: should
#   source: practice
#   level: note
#   certainty: indicates
#   small_organization: keep
#   needs: [soa]
#   remedy: >-
#     Write a policy, or a section of one, under a heading that names the subject; or name the document that deals with
#     it in the row of the control.
package ismslint.rules.controls.topic_policies_recognised

import data.ismslint.lib

evidence contains lib.evidence(document, ".") if {
	some document in input.isms.documents
	document.evidence
	document.section == ""
	some control in _asking
	document.topic == _asks(control.id).topic
}

# A repository without any policy keeps them elsewhere.
findings contains lib.absence(_soa, "policy.topic", message) if {
	count(_kept) > 0
	some _ in _open
	message := sprintf("%s: no policy or section was recognised on %s", [_soa.title, concat("; on ", [_said(topic) | some topic, _ in _open])])
}

_soa := input.isms.registers.soa

_asks(id) := data.catalogue.controls[_soa.edition][id]

_asking := [control |
	some control in _soa.entries
	control.applicable.value == "yes"
	not control.implementation.value in {"planned", "not-implemented"}
	_asks(control.id).asks_policy
	_asks(control.id).topic != ""
]

_open[topic] contains control.label if {
	some control in _asking
	topic := _asks(control.id).topic
	not _recognised[topic]
	not _named[control.id]
	not _answered(control)
}

_said(topic) := sprintf("%s (%s)", [replace(topic, "-", " "), lib.list(_open[topic])])

_kept contains document._path if {
	some document in input.isms.documents
	document.evidence
	document.kind == "policy"
}

_recognised contains topic if {
	some document in input.isms.documents
	document.evidence
	some topic, _ in document.topics
}

_named contains citation.id if {
	some document in input.isms.documents
	document.evidence
	document.type != "soa"
	some citation in document.controls
}

# The row says itself where it is dealt with.
_answered(control) if {
	some field in ["documents", "evidence"]
	lib.filled(control[field])
}

_answered(control) if {
	some field in ["description", "comment", "implementation"]
	some word in ["polic", "procedure", "standard", "handbook", "richtlinie", "verfahren", "handbuch"]
	contains(lower(control[field].raw), word)
}
