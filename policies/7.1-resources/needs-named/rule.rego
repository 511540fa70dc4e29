# METADATA
# title: The resources that the ISMS takes are named
# description: >-
#   The clause asks to determine what it takes to set up, run, keep up and improve the management system: persons,
#   time, money, information, means. Looked for is a plan of resources, and columns for resources in the plans of
#   treatments and objectives. An open treatment whose cell is empty and that no entry of the resource plan refers
#   to is reported; empty cells of objectives are the business of clause 6.2.
# custom:
#   scope: repository
#   clause: "7.1"
#   activities: ["7.1-a"]
#   checks: ["7.1-1", "R-RES-1"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: relax
#   needs: ["resources?", "treatments?", "objectives?"]
#   remedy: >-
#     Write down what the treatment takes in persons, time or money, or refer to it from the resource plan.
package ismslint.rules.resources.needs_named

import data.ismslint.lib

evidence contains lib.evidence(_resources, "columns/need") if {
	some entry in _resources.entries
	lib.filled(entry.need)
}

evidence contains lib.evidence(register, "columns/resources") if {
	some kind in ["objectives", "treatments"]
	register := input.isms.registers[kind]
	some entry in register.entries
	lib.filled(entry.resources)
}

# A plan in words.
evidence contains lib.indicated(lib.evidence(item, ".")) if {
	count(_resources.entries) == 0
	some item in input.isms.types.resources.items
}

# In a small organisation a sentence in the minutes is enough.
findings contains lib.finding(_bare[0], "resources", sprintf("no resources are named for %s", [lib.ids(_bare)])) if {
	count(_bare) > 0
	not input.isms.organization.small
}

_resources := input.isms.registers.resources

_treatments := input.isms.registers.treatments

_bare := [treatment |
	lib.column(_treatments, "resources")
	some treatment in _treatments.entries
	lib.open(treatment)
	lib.blank(treatment.resources)
	not _planned(treatment)
]

_planned(treatment) if {
	treatment.id != ""
	contains(_purposes, treatment.id)
}

_purposes := concat("\n", [entry.purpose.raw | some entry in _resources.entries])
