# METADATA
# title: Results of the risk treatment are on record
# description: >-
#   The clause asks to keep the results of the risk treatment. Looked for are treatments with a status, a date done,
#   a result or evidence, and levels that remain in the risk register. Where every risk is accepted there is nothing
#   to treat, and where no risks were recognised the rule on the assessment says it. A plan whose actions all lie
#   ahead shows no result yet.
# custom:
#   scope: repository
#   clause: "8.3"
#   activities: ["8.3-b", "7.5.1-a"]
#   checks: ["8.3-5", R-DOC-1]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["treatments?", "risks?"]
#   remedy: >-
#     Record for each treatment how far it is and which level remains, or say in isms.yaml under `outside` where that
#     is kept.
package ismslint.rules.risk_treatment_performed.results_recorded

import data.ismslint.lib

evidence contains lib.evidence(_plan, concat("/", ["columns", field])) if {
	some field in _shown
	some treatment in _plan.entries
	_says(treatment, field)
}

evidence contains lib.evidence(_risks, concat("/", ["columns", field])) if {
	some field in ["residual_level", "residual_score", "accepted_by"]
	some risk in _risks.entries
	lib.filled(risk[field])
}

evidence contains lib.indicated(lib.evidence(_risks, "columns/status")) if _treated

evidence contains lib.evidence(item, ".") if {
	count(_plan.entries) == 0
	some item in input.isms.types.treatments.items
}

findings contains _heard(lib.absence(_place, "treatments", concat("; ", [text | some text in [_looked, _seen]; text != ""]))) if {
	count(_plan.entries) + count(_risks.entries) > 0
	not _in_plan
	not _in_register
	not _treated
	not _all_accepted
	not _ahead
	count(_documents) == 0
}

findings contains lib.at_most(lib.finding(_plan, ".", message), "note") if {
	_ahead
	not _in_plan
	not _in_register
	not _treated
	message := sprintf("the actions of %s all lie ahead; no result is on record yet", [_plan._path])
}

evidence contains lib.indicated(lib.evidence(_plan, ".")) if _ahead

_plan := input.isms.registers.treatments

_risks := input.isms.registers.risks

_shown := ["status", "progress", "done_on", "result", "evidence", "residual_level", "verified_on"]

# A treatment that was only planned has no result.
_says(treatment, field) if {
	field != "status"
	lib.filled(treatment[field])
}

_says(treatment, "status") if treatment.status.value in {"in-progress", "done", "closed"}

_in_plan if {
	some treatment in _plan.entries
	some field in _shown
	_says(treatment, field)
}

_in_register if {
	some risk in _risks.entries
	some field in ["residual_level", "residual_score", "residual_likelihood", "accepted_by"]
	lib.filled(risk[field])
}

_treated if {
	some risk in _risks.entries
	risk.status.value == "treated"
}

_ahead if {
	count(_plan.entries) > 0
	every treatment in _plan.entries {
		treatment.due.value.until >= input.isms.as_of
	}
}

_all_accepted if {
	count(_risks.entries) > 0
	every risk in _risks.entries {
		_settled(risk)
	}
}

_settled(risk) if risk.status.value in {"accepted", "closed"}

_settled(risk) if risk.decision.value == "retain"

_settled(risk) if lib.filled(risk.accepted_on)

# What may be the plan and was not checked is no absence to speak loudly of.
_heard(finding) := lib.at_most(finding, "note") if count(_plan.possible) > 0

_heard(finding) := finding if count(_plan.possible) == 0

_documents := [item | count(_plan.entries) == 0; some item in input.isms.types.treatments.items]

_place := _plan if {
	count(_plan.entries) > 0
} else := object.union(_risks, {"_subject": _plan._subject}) if {
	not input.isms.declared
} else := object.union(input.isms.types.treatments, {"_subject": _plan._subject})

_looked := "no results of the risk treatment were recognised: no plan with a status or a result, no level that remains in the risk register"

_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := input.isms.types.treatments.others[0]
} else := sprintf("%s may be the plan: %s", [possible._path, possible.why]) if {
	possible := _plan.possible[0]
} else := ""
