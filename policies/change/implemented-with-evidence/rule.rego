# METADATA
# title: A control becomes implemented together with its evidence
# description: >-
#   A pull request that raises the status of a control to implemented is looked at for what shows it: another entry
#   of evidence, documents, description or verification, or a treatment of the control that the same change
#   finishes.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-d3"]
#   checks: []
#   kind: diff
#   strength: should
#   source: "practice"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Name what shows that the control works: a record, a document, a test. Or finish the treatment that brings it.
package ismslint.rules.change.implemented_with_evidence

import data.ismslint.lib

evidence contains lib.evidence(change.after, "implementation") if {
	some change in _raised
	_shown(change)
}

findings contains lib.finding(change, "implementation", message) if {
	some change in _raised
	not _shown(change)
	message := sprintf("%s is implemented now, \"%s\" before; neither its evidence nor a treatment of it changed", [
		change.label, change.before.implementation.raw,
	])
}

_raised contains change if {
	some column in ["evidence", "documents", "description", "verified_on"]
	lib.column(input.isms.registers.soa, column)
	some change in lib.changed_entry("soa")
	lib.filled(change.before.implementation)
	change.before.implementation.value != "implemented"
	change.after.implementation.value == "implemented"
}

_shown(change) if lib.any_field(change, ["evidence", "documents", "description", "verified_on", "comment", "other"])

_shown(change) if {
	some treatment in lib.changed_entry("treatments")
	not lib.open(treatment.after)
	some control in treatment.after.controls.value
	control.id == change.after.id
}
