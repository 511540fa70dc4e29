# METADATA
# title: A risk is lowered for a reason
# description: >-
#   Assessments are to give results that can be compared. A pull request that lowers the level of a risk is looked
#   at for a treatment that was finished, a new date of assessment or another reason. Where the criteria changed as
#   well, nothing is said.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-c"]
#   checks: ["6.1.2-14", "R-RSK-7"]
#   kind: diff
#   strength: should
#   source: "practice"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Enter when the risk was assessed anew and why it is lower, or finish the treatment that lowers it.
package ismslint.rules.change.risk_lowered

import data.ismslint.lib

evidence contains lib.evidence(change.after, field) if {
	some [change, field] in _lowered
	_explained(change)
}

findings contains lib.finding(change, field, message) if {
	some [change, field] in _lowered
	not _explained(change)
	message := sprintf("%s was lowered from %s to %s; no treatment of it was finished, and neither date nor reason changed", [
		change.label, change.before[field].raw, change.after[field].raw,
	])
}

_lowered contains [change, field] if {
	count(input.isms.change.criteria.changes) == 0
	some column in _reasons
	lib.column(input.isms.registers.risks, column)
	some change in lib.changed_entry("risks")
	some field in ["level", "residual_level"]
	change.fields[field]
	change.after[field].value.rank > 0
	change.after[field].value.rank < change.before[field].value.rank
}

_reasons := ["assessed_on", "rationale", "override_reason", "comment"]

_explained(change) if lib.any_field(change, ["assessed_on", "rationale", "override_reason", "comment", "other"])

# A treatment that the same change finishes.
_explained(change) if {
	some treatment in lib.changed_entry("treatments")
	lib.any_field(treatment, ["status", "done_on", "result"])
	not lib.open(treatment.after)
	_treats(treatment.after, change.after)
}

_treats(treatment, risk) if {
	some ref in treatment.risks.value
	ref.id == risk.id
}

_treats(treatment, risk) if {
	some ref in risk.treatments.value
	ref.id == treatment.id
}
