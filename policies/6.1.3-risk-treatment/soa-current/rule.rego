# METADATA
# title: The Statement of Applicability is no older than what it follows from
# description: >-
#   The Statement of Applicability follows from the scope and from the risk assessment. It is compared with the scope
#   in force and with the assessment that it says it is based on. When one of them is newer by more than a month, the
#   controls were probably not looked at again. The re-assessment of single risks does not matter.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-d1"]
#   checks: ["6.1.3-12", "R-SOA-8"]
#   kind: sequence
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [soa]
#   remedy: >-
#     Go through the Statement of Applicability again and date it anew, even if nothing changes.
package ismslint.rules.risk_treatment.soa_current

import data.ismslint.lib

evidence contains lib.evidence_date(lib.evidence(_soa, "."), _date) if _date

findings contains lib.with_related(lib.finding(_soa, "date", message), places) if {
	count(_newer) > 0
	message := sprintf("%s is of %s, older than what it follows from: %s", [
		_soa.title, _date,
		concat(", ", [sprintf("%s of %s", [document.title, document.date]) | some document in _newer]),
	])
	places := [lib.place(document, ".", "the newer document") | some document in _newer]
}

_newer := [document | some document in _origins; isms.days(_date, document.date) > 30]

_soa := input.isms.registers.soa

# The newest date of the header: an approval confirms an older text.
_date := max({_soa.header[name].value.until | some name in ["date", "approved_on", "last_reviewed"]})

_origins contains scope if {
	some scope in input.isms.types.scope.items
	scope.section == ""
}

_origins contains document if {
	some ref in _soa.header.based_on.value
	some document in input.isms.documents
	_refers(ref, document)
}

_refers(ref, document) if {
	ref.path == document._path
	document.section == ""
}

_refers(ref, document) if {
	ref.id == document.id
	document.id != ""
}
