# METADATA
# title: The Statement of Applicability says whether each control is implemented
# description: >-
#   The clause asks the Statement of Applicability to say of each necessary control whether it is implemented. Looked
#   for is a column, a status word in the description, or one sentence for all. Without it nobody can tell a control
#   that works from one that is planned.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-d3"]
#   checks: ["6.1.3-4", "R-SOA-3"]
#   kind: field
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [soa]
#   fold:
#     when: most
#     message: "{register}: {n} of {m} controls apply without a word on whether they are implemented"
#     field: implementation
#   remedy: >-
#     Add a column with implemented, partly, planned or not implemented, and fill it for each control that applies.
package ismslint.rules.risk_treatment.implementation_stated

import data.ismslint.lib

evidence contains lib.evidence(_soa, "columns/implementation") if {
	some control in _applying
	control.implementation.raw != ""
}

evidence contains lib.evidence(_soa.statements["implemented-all"], ".")

findings contains lib.finding(control, "implementation", message) if {
	lib.column(_soa, "implementation")
	some control in _open
	message := sprintf("%s applies, and nothing says whether it is implemented", [control.label])
}

findings contains lib.at_most(lib.finding(_soa, "columns", message), "warning") if {
	not lib.column(_soa, "implementation")
	count(_open) > 0
	message := sprintf("%s has no column that says whether a control is implemented", [_soa.title])
}

_soa := input.isms.registers.soa

_applying := [control | some control in _soa.entries; control.applicable.value == "yes"]

# What a status cell says in other words than ours counts.
_open := [control |
	not _soa.statements["implemented-all"]
	some control in _applying
	control.implementation.raw == ""
]
