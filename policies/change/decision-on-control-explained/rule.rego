# METADATA
# title: A control is included or excluded for a new reason
# description: >-
#   The Statement of Applicability gives the reason for each control that is in and each that is out. A pull request
#   that turns one into the other and leaves its reason gives a reason for the opposite of what is decided.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-d1", "6.1.3-d4"]
#   checks: ["6.1.3-14", "R-SOA-7"]
#   kind: diff
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Write why the control is in, or out, now.
package ismslint.rules.change.decision_on_control_explained

import data.ismslint.lib

evidence contains lib.evidence(change.after, "justification") if {
	some change in _flipped
	_explained(change)
}

findings contains lib.finding(change, "applicable", message) if {
	some change in _flipped
	not _explained(change)
	message := sprintf("%s changed from applicable \"%s\" to \"%s\"; its reason did not change", [
		change.label, change.before.applicable.raw, change.after.applicable.raw,
	])
}

_flipped contains change if {
	input.isms.change.registers.soa.edition == input.isms.registers.soa.edition
	some change in lib.changed_entry("soa")
	lib.filled(change.before.applicable)
	lib.filled(change.after.applicable)
	change.before.applicable.value != change.after.applicable.value
}

_explained(change) if lib.any_field(change, ["justification", "inclusion_reason", "exclusion_reason", "reasons", "risks", "comment", "other"])

# Reasons for both stand in columns of their own.
_explained(change) if {
	_column := {"yes": "inclusion_reason", "no": "exclusion_reason"}[change.after.applicable.value]
	lib.filled(change.after[_column])
}
