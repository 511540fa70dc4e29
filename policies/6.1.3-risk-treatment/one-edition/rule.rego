# METADATA
# title: The Statement of Applicability follows one edition of Annex A
# description: >-
#   Annex A was replaced in 2022: 114 controls became 93 with new numbers. The comparison with Annex A is made with
#   the edition that the ISMS follows. Ids of the other edition in the column of ids, or a whole Statement by the
#   other edition than the one declared, make it unclear what was compared. A mapping in another column is no problem.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-c"]
#   checks: ["6.1.3-18", "R-SOA-11"]
#   kind: consistency
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [soa]
#   remedy: >-
#     Use the ids of one edition, the one that `edition` in isms.yaml names, and keep the other one in a mapping column.
package ismslint.rules.risk_treatment.one_edition

import data.ismslint.lib

evidence contains lib.evidence(_soa, "columns/id") if {
	_soa.edition == _edition
	count(_others) == 0
}

findings contains lib.finding(_others[0], "id", message) if {
	message := sprintf(
		"%s uses ids of the %s edition (%s), while most of its rows are of %s",
		[_soa.title, _other[_soa.edition], lib.list([control.label | some control in _others]), _soa.edition],
	)
}

findings contains lib.finding(_soa, "columns/id", message) if {
	_other[_soa.edition] == _edition
	message := sprintf(
		"%s uses ids of the %s edition, while the edition of the ISMS is %s, %s",
		[_soa.title, _soa.edition, input.isms.edition, input.isms.edition_signal],
	)
}

_soa := input.isms.registers.soa

_other := {"2013": "2022", "2022": "2013"}

_edition := object.get({"2022+amd1": "2022"}, input.isms.edition, input.isms.edition)

_others := [control | some control in _soa.entries; data.catalogue.controls[_other[_soa.edition]][control.id]]
