# METADATA
# title: Documents name controls by the numbers of the edition that is followed
# description: >-
#   The 2022 edition gave the controls of Annex A new numbers. A document that names in its head only controls by the
#   numbers of the other edition than the Statement of Applicability cannot be joined with it: its controls look as if no
#   document dealt with them. One note names the documents, with the number that the control has now. A document that
#   names numbers of both editions holds a mapping and is left alone; so is running text.
# custom:
#   scope: repository
#   clause: Annex A
#   activities: ["6.1.3-c", "7.5.1-b"]
#   checks: []
#   kind: consistency
#   strength: should
#   source: practice
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: [soa]
#   remedy: >-
#     Replace the numbers by those of the edition of the Statement of Applicability.
package ismslint.rules.controls.ids_of_edition

import data.ismslint.lib

evidence contains lib.evidence(input.isms.documents[min(_current)], "controls") if count(_current) > 0

findings contains lib.with_related(lib.finding(first, "controls", message), places) if {
	count(_outdated) > 0
	first := input.isms.documents[min({i | some i, _ in _outdated})]
	places := [lib.place(input.isms.documents[i], "controls", "here too") | some i, _ in _outdated; input.isms.documents[i]._path != first._path]
	message := sprintf("%s by the numbers of %s, while %s follows %s: %s", [
		_count(_outdated), _other[_soa.edition], _soa.title, _soa.edition,
		lib.list([sprintf("%s (%s)", [input.isms.documents[i]._path, concat(", ", ids)]) | some i, ids in _outdated]),
	])
}

_soa := input.isms.registers.soa

_other := {"2013": "2022", "2022": "2013"}

_declared[i] contains citation.id if {
	some i, document in input.isms.documents
	document.evidence
	document.section == ""
	document.type != "soa"
	not document.metadata.status.value in {"superseded", "withdrawn"}
	some citation in document.controls
	citation.declared
}

_current contains i if {
	some i, ids in _declared
	some id in ids
	data.catalogue.controls[_soa.edition][id]
}

# Each number with what it is called now.
_outdated[i] := [sprintf("%s, now %s", [id, concat(" and ", control.other)]) |
	some id in ids
	control := data.catalogue.controls[_other[_soa.edition]][id]
	count(control.other) > 0
] if {
	some i, ids in _declared
	not _current[i]
	some id in ids
	data.catalogue.controls[_other[_soa.edition]][id]
}

_count(documents) := "1 document names controls" if count(documents) == 1

_count(documents) := sprintf("%d documents name controls", [count(documents)]) if count(documents) > 1
