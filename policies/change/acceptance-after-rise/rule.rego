# METADATA
# title: A risk that rises is accepted anew
# description: >-
#   Risk owners accept what is left of a risk. A pull request that raises the level of an accepted risk, and leaves
#   the date of its acceptance, lets the owner have accepted less than there is.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-g"]
#   checks: []
#   kind: diff
#   strength: should
#   source: "practice"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Let the risk owner accept the risk as it is now and enter the date, or plan a treatment and take the
#     acceptance out until then.
package ismslint.rules.change.acceptance_after_rise

import data.ismslint.lib

evidence contains lib.evidence(change.after, "accepted_on") if {
	some [change, _] in _raised
	change.fields.accepted_on
}

findings contains lib.finding(change, field, message) if {
	some [change, field] in _raised
	not lib.any_field(change, ["accepted_on", "accepted_by"])
	message := sprintf("%s rose from %s to %s; its acceptance of %s is older", [
		change.label, change.before[field].raw, change.after[field].raw, change.after.accepted_on.raw,
	])
}

_raised contains [change, field] if {
	some change in lib.changed_entry("risks")
	lib.filled(change.after.accepted_on)
	field := _level(change)
	change.fields[field]
	change.before[field].value.rank > 0
	change.after[field].value.rank > change.before[field].value.rank
}

# What was accepted is what is left, where that is recorded.
_level(change) := "residual_level" if lib.filled(change.after.residual_level)

_level(change) := "level" if not lib.filled(change.after.residual_level)
