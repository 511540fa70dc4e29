# METADATA
# title: A treatment that is to modify a risk names a measure
# description: >-
#   The clause asks to choose how each risk is treated, and which controls that takes. An option to modify the risk
#   needs a control, a measure or an action, in any column. Without one it is an intention. Entries that are only
#   proposed are left alone.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-a"]
#   checks: ["6.1.3-7", "R-RT-2"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: ["treatments?", "risks?"]
#   remedy: >-
#     Name the control or the action that is to lower the risk.
package ismslint.rules.risk_treatment.measure_named

import data.ismslint.lib

evidence contains lib.evidence(_plan, "columns/option") if {
	some treatment in _plan.entries
	lib.filled(treatment.option)
}

evidence contains lib.evidence(_risks, concat("/", ["columns", field])) if {
	field := [field | some field in ["decision", "treatment_text"]; some risk in _risks.entries; lib.filled(risk[field])][0]
}

findings contains lib.finding(treatment, "option", _message(treatment, treatment.option)) if {
	some treatment in _plan.entries
	treatment.option.value == "modify"
	not lower(treatment.status.raw) in _proposed
	not _measured(treatment, ["controls", "action", "progress", "result", "comment"])
}

# The risk register is the plan where it has columns for the treatment. A risk without an option is the business
# of risk-above-acceptance.
findings contains lib.finding(risk, "decision", _message(risk, risk.decision)) if {
	_has_column
	some risk in _risks.entries
	risk.decision.value == "modify"
	not risk.status.value in {"draft", "identified", "closed"}
	not risk.id in _planned
	not _measured(risk, array.concat(_columns, ["existing_controls", "comment"]))
}

_plan := input.isms.registers.treatments

_risks := input.isms.registers.risks

_columns := ["treatments", "treatment_text", "controls"]

_has_column if {
	some field in _columns
	lib.column(_risks, field)
}

_measured(entry, fields) if {
	some field in fields
	lib.filled(entry[field])
}

_measured(entry, _) if count(entry.other) > 0

_planned := {id |
	some treatment in _plan.entries
	some ref in treatment.risks.value
	some id in [ref.id, ref.raw]
}

_proposed := {"new", "proposed", "proposal", "draft", "neu", "vorgeschlagen", "entwurf"}

_message(entry, option) := sprintf("%s: the decision is %q, and no control, measure or action is named", [entry.label, option.raw])
