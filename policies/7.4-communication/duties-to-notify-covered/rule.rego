# METADATA
# title: The plans name whom the law or a contract says to notify
# description: >-
#   A law or contract may ask to notify somebody of an incident in a given time. Each duty in the register of
#   requirements is held against the communication plan and the plan for incidents: one of them ought to speak of
#   that kind of receiver, be it an authority, customers or an insurer. Duties to others, and duties whose entry
#   names a plan that meets it, are left alone.
# custom:
#   scope: repository
#   clause: "7.4"
#   activities: ["7.4-a", "7.4-c"]
#   checks: ["7.4-3", "R-COM-3"]
#   kind: coverage
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [legal, "communication?"]
#   column_absent:
#     register: legal
#     fields: [notification]
#     level: quiet
#   remedy: >-
#     Add a line to the communication plan or the incident plan: whom to notify, within which time, and who does
#     it.
package ismslint.rules.communication.duties_to_notify_covered

import data.ismslint.lib

evidence contains lib.evidence(_legal, "columns/notification") if {
	count(_duties) > 0
	every duty in _duties {
		not _open(duty)
	}
}

findings contains lib.finding(duty, "notification", message) if {
	_some_plan
	some duty in _duties
	_open(duty)
	message := sprintf(
		"%s records a duty to notify %s; neither the communication plan nor the incident plan was recognised to speak of them",
		[_called(duty), concat(" and ", [said | some kind, said in _kinds; duty.mentions[kind]; not _spoken[kind]])],
	)
}

_legal := input.isms.registers.legal

_kinds := {"whom-authority": "an authority", "whom-customer": "customers or persons concerned", "whom-insurer": "an insurer"}

_duties := [entry |
	some entry in _legal.entries
	lib.filled(entry.notification)
	not entry.applicable.value == "no"
]

_open(duty) if {
	some kind, _ in _kinds
	duty.mentions[kind]
	not _spoken[kind]
	not _party_named(duty)
}

# What one of the plans speaks of.
_spoken contains kind if {
	some kind, _ in _kinds
	some entry in input.isms.registers.communication.entries
	entry.mentions[kind]
}

_spoken contains kind if {
	some kind, _ in _kinds
	some type in ["plan.incident", "procedure.incident", "communication"]
	input.isms.types[type].cues[kind]
}

_party_named(duty) if {
	not lib.blank(duty.party)
	contains(_receivers, duty.party.raw)
}

_receivers := concat("\n", [entry["with"].raw | some entry in input.isms.registers.communication.entries])

# Without any plan, the rules on plans speak.
_some_plan if count(input.isms.registers.communication.entries) > 0

_some_plan if {
	some type in ["plan.incident", "procedure.incident", "communication"]
	count(input.isms.types[type].items) > 0
}

_called(duty) := duty.id if duty.id != ""

_called(duty) := duty.label if duty.id == ""
