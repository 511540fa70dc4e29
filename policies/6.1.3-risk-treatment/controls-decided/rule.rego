# METADATA
# title: The Statement of Applicability decides on every control of Annex A
# description: >-
#   The clause asks to compare the chosen controls with Annex A, so that none that is needed is forgotten. Every
#   control of the edition that the Statement of Applicability follows ought to have a decision: a row of its own, a
#   range, a row for its theme, a sentence, or an entry in a list of exclusions. Controls of your own and of other
#   frameworks may stand beside them. A control without a decision looks forgotten.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-c", "6.1.3-d1"]
#   checks: ["6.1.3-2", "R-SOA-1"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [soa]
#   remedy: >-
#     Add a row for each of the controls, with yes or no and the reason.
package ismslint.rules.risk_treatment.controls_decided

import data.ismslint.lib

evidence contains lib.evidence(_soa, "columns/applicable") if {
	count(_controls) > 0
	count(_open) * 4 <= count(_controls)
}

findings contains lib.finding(_place, _field, _message) if {
	count(_open) > 0
	count(_open) * 4 <= count(_controls)
	not _all_apply
}

# A control that has a row is decided on there.
_row := entry if {
	count(_open) == 1
	some entry in _soa.entries
	entry.id in _open
}

_place := _row

_place := _soa if not _row

_field := "applicable" if _row

_field := "end" if not _row

# Much less than Annex A: a list of the controls would not help.
findings contains lib.at_most(lib.finding(_soa, "end", message), "warning") if {
	count(_open) * 4 > count(_controls)
	not _all_apply
	message := sprintf(
		"%s decides on %d of the %d controls of Annex A (%s)",
		[_soa.title, count(_controls) - count(_open), count(_controls), _soa.edition],
	)
}

_soa := input.isms.registers.soa

# The controls of the edition that the Statement itself follows: one that follows another edition than isms.yaml
# says is the business of one-edition.
_controls := object.keys(data.catalogue.controls[_soa.edition])

_open := _controls - {entry.id | some entry in _soa.entries; lib.filled(entry.applicable)}

# A sentence that nothing is excluded decides on what has no row.
_all_apply if _soa.statements.exclusions

_message := sprintf("%s does not decide on %s of Annex A (%s)", [_soa.title, _names, _soa.edition])

_names := sprintf("control %s", [lib.list(_sorted)]) if count(_open) == 1

_names := sprintf("%d controls: %s", [count(_open), lib.list(_sorted)]) if count(_open) > 1

_sorted := lib.controls(_open)
