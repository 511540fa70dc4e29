# METADATA
# title: What remains of a risk is accepted by its owner
# description: >-
#   The clause asks the owners of the risks to approve the treatment plan and to accept what remains. Looked for is,
#   for each risk whose remaining level is recorded and each finished treatment, an acceptance in the register, an
#   approval in the plan, the approval of register or plan as a whole by top management, or minutes that name the
#   risk. An acceptance older than the last assessment may mean another level. In an organisation of fewer than ten
#   persons the approval of the whole by top management is enough, whenever it was given.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-f"]
#   checks: ["6.1.3-9", "R-RSK-5"]
#   kind: separation
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: relax
#   needs: ["risks?", "treatments?"]
#   fold:
#     when: most
#     message: "{register}: of {n} of {m} entries nothing shows that what remains of the risk was accepted"
#     field: accepted_by
#   remedy: >-
#     Have the owner of the risk accept what remains, and record who did and when.
package ismslint.rules.risk_treatment.residual_accepted

import data.ismslint.lib

evidence contains lib.evidence(_risks, concat("/", ["columns", field])) if {
	field := [field | some field in _columns; some risk in _risks.entries; lib.filled(risk[field])][0]
}

evidence contains lib.evidence(_plan, "columns/approved_by") if {
	some treatment in _plan.entries
	lib.filled(treatment.approved_by)
}

evidence contains lib.evidence(register, "approved_by") if {
	some register in [_risks, _plan]
	_approved_whole(register, {})
}

# A risk of a register that has a place for it.
findings contains lib.finding(risk, "accepted_by", message) if {
	_has_column
	some risk in _risks.entries
	_remains(risk)
	not _visible(risk)
	message := sprintf("%s: nothing shows that the risk that remains was accepted", [risk.label])
}

# A register without a place for it: one finding, unless the plan has a place.
findings contains lib.finding(_risks, "columns", message) if {
	not _has_column
	not lib.column(_plan, "approved_by")
	open := [risk | some risk in _risks.entries; _remains(risk); not _visible(risk)]
	count(open) > 0
	message := sprintf("%s does not show who accepted what remains of its risks", [_risks.title])
}

# A finished treatment of a plan that has a place for it.
findings contains lib.finding(treatment, "approved_by", message) if {
	lib.column(_plan, "approved_by")
	some treatment in _plan.entries
	_finished(treatment)
	not lib.filled(treatment.approved_by)
	not lib.filled(treatment.approved_on)
	not _accepted_in_register(treatment)
	not _approved_whole(_plan, {})
	message := sprintf("%s is \"%s\", and nobody is named who approved what remains of the risk", [_called(treatment), treatment.status.raw])
}

findings contains lib.finding(_plan, "columns", message) if {
	not lib.column(_plan, "approved_by")
	not _risks_speak
	some treatment in _plan.entries
	_finished(treatment)
	not _accepted_in_register(treatment)
	not _approved_whole(_plan, {})
	message := sprintf("%s does not show who approved it and accepted what remains of the risks", [_plan.title])
}

# Accepted, and assessed again since: the level may be another one.
findings contains lib.at_most(lib.finding(risk, "accepted_on", message), "note") if {
	some risk in _risks.entries
	not risk.status.value == "closed"
	risk.accepted_on.value.until < risk.assessed_on.value.from
	not _approved_after(_risks, risk)
	message := sprintf(
		"%s: what remains was accepted on %s, before the assessment of %s",
		[risk.label, risk.accepted_on.raw, risk.assessed_on.raw],
	)
}

# Somebody else than the owner, where both are known as roles or persons.
findings contains lib.finding(risk, "accepted_by", message) if {
	some risk in _risks.entries
	lib.differ(risk.accepted_by, risk.owner)
	not risk.accepted_by.value.top
	not _approved_whole(_risks, risk)
	message := sprintf(
		"%s: what remains was accepted by %s, while its owner is %s",
		[risk.label, risk.accepted_by.raw, risk.owner.raw],
	)
}

_risks := input.isms.registers.risks

_plan := input.isms.registers.treatments

_columns := ["accepted_by", "accepted_on", "acceptance_evidence"]

_has_column if {
	some field in _columns
	lib.column(_risks, field)
}

# The risk register shows what remains: then it is where an acceptance is looked for.
_risks_speak if {
	some risk in _risks.entries
	_remains(risk)
}

_remains(risk) if {
	lib.filled(risk.residual_level)
	not risk.status.value in {"draft", "identified", "closed"}
}

_remains(risk) if risk.status.value in {"treated", "accepted"}

_finished(treatment) if treatment.status.value in {"done", "closed"}

_visible(risk) if {
	some field in _columns
	lib.filled(risk[field])
}

_visible(risk) if risk.id in _planned

_visible(risk) if _approved_whole(_risks, risk)

_visible(risk) if {
	count(risk.id) > 2
	contains(_minutes, risk.id)
}

# Risks whose treatment was approved.
_planned := {id |
	some treatment in _plan.entries
	_approved(treatment)
	some ref in treatment.risks.value
	some id in [ref.id, ref.raw]
}

_approved(treatment) if lib.filled(treatment.approved_by)

_approved(treatment) if lib.filled(treatment.approved_on)

_approved(_) if _approved_whole(_plan, {})

_accepted_in_register(treatment) if {
	some ref in treatment.risks.value
	some field in _columns
	lib.filled(_risks.entries[_risks.row[ref.id]][field])
}

# A register approved as a whole by top management or the owner of the risk, after the assessment where both dates
# are known.
_approved_whole(register, risk) if {
	_entitled(register.header.approved_by.value, risk)
	not _assessed_since(register, risk)
}

_entitled(approver, _) if approver.top

_entitled(approver, risk) if {
	some key in approver.keys
	some owner in risk.owner.value.keys
	key == owner
}

_assessed_since(register, risk) if {
	not input.isms.organization.small
	register.header.approved_on.value.until < risk.assessed_on.value.from
}

_approved_after(register, risk) if {
	_entitled(register.header.approved_by.value, risk)
	register.header.approved_on.value.until >= risk.assessed_on.value.from
}

_minutes := concat("\n", [review[field].raw |
	some review in input.isms.registers.reviews.entries
	some field in ["decisions", "conclusion", "actions", "inputs_text"]
])

_called(treatment) := treatment.label if treatment.id != ""

_called(treatment) := sprintf("the treatment of %s", [treatment.risks.raw]) if {
	treatment.id == ""
	treatment.risks.raw != ""
}

_called(treatment) := treatment.label if {
	treatment.id == ""
	treatment.risks.raw == ""
}
