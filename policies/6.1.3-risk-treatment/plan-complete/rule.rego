# METADATA
# title: A treatment says what is done, by whom and until when
# description: >-
#   A plan is followed when each treatment that is not finished has an action, somebody responsible and a date.
#   ISO/IEC 27001 prescribes no columns: cells are looked at in the columns that the plan has. Treatments that retain
#   or avoid a risk need none of it.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-e"]
#   checks: ["6.1.3-8"]
#   kind: field
#   strength: should
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [treatments]
#   fold:
#     when: most
#     message: "{register}: {n} of {m} treatments that are not finished lack an action, somebody responsible or a date"
#     field: action
#   remedy: >-
#     Fill in what is to be done, who does it and the date.
package ismslint.rules.risk_treatment.plan_complete

import data.ismslint.lib

evidence contains lib.evidence(_plan, concat("/", ["columns", field])) if {
	some field in _fields
	lib.column(_plan, field)
	count(_plan.entries) > 0
}

findings contains lib.finding(treatment, blank[0], message) if {
	some treatment in _plan.entries
	_pending(treatment)
	blank := [field | some field in _fields; lib.column(_plan, field); _blank(treatment, field)]
	count(blank) > 0
	message := sprintf("%s is not finished and has no %s", [treatment.label, concat(", no ", [_named[field] | some field in blank])])
}

# One note for the columns that the plan does not have, never one a row.
findings contains lib.at_most(lib.finding(_plan, "columns", message), "note") if {
	count(_plan.entries) > 0
	absent := [_named[field] | some field in _fields; not lib.column(_plan, field); not _instead[field]]
	count(absent) > 0
	message := sprintf("%s has no column for %s", [_plan.title, concat(", ", absent)])
}

_plan := input.isms.registers.treatments

_fields := ["action", "owner", "due"]

_named := {"action": "action", "owner": "person responsible", "due": "date"}

# Controls say what is done as well, and one sentence may name the person responsible for all.
_instead contains "action" if lib.column(_plan, "controls")

_instead contains "owner" if _plan.statements["owner-all"]

_pending(treatment) if {
	not treatment.status.value in {"done", "closed", "cancelled"}
	not lower(treatment.status.raw) in {"accepted", "akzeptiert"}
	not treatment.option.value in {"retain", "avoid"}
	not lib.filled(treatment.done_on)
}

# What cannot be read as a date, such as "ongoing", is there.
_blank(treatment, "due") if lower(treatment.due.raw) in {"", "-", "–", "—", "?", "tbd", "tbc", "todo", "n/a"}

_blank(treatment, "owner") if {
	not _plan.statements["owner-all"]
	not lib.filled(treatment.owner)
}

_blank(treatment, "action") if {
	not lib.filled(treatment.action)
	not lib.filled(treatment.controls)
}
