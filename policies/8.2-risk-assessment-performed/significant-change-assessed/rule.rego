# METADATA
# title: A significant change is assessed before it takes effect
# description: >-
#   The clause asks to assess risks when major changes are proposed or happen. Where the change register marks a
#   change as significant and it has taken effect, it names an assessment, and the report named is not of a later
#   day. Which changes are significant the organisation decides.
# custom:
#   scope: repository
#   clause: "8.2"
#   activities: ["8.2-b"]
#   checks: ["8.2-3", R-CHG-1]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [changes]
#   column_absent:
#     register: changes
#     fields: [significant]
#     level: quiet
#   remedy: >-
#     Name the assessment, or assess the risks of the change now and say that it came afterwards.
package ismslint.rules.risk_assessment_performed.significant_change_assessed

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/assessment_refs") if {
	some change in _register.entries
	lib.filled(change.assessment_refs)
}

# Who says of each change whether it is significant looked at each.
evidence contains lib.indicated(lib.evidence(_register, "columns/significant")) if {
	some change in _register.entries
	lib.filled(change.significant)
}

findings contains lib.finding(change, "assessment_refs", message) if {
	some change in _significant
	lib.blank(change.assessment_refs)
	message := sprintf("%s is marked significant and names no risk assessment", [change.label])
}

findings contains lib.with_related(lib.finding(change, "assessment_refs", message), [lib.place(change, "done_on", "took effect")]) if {
	some change in _significant
	first := min([date | some ref in change.assessment_refs.value; some date in lib.dates[ref.path]])
	change.done_on.value.until < first
	message := sprintf("%s is marked significant and took effect on %s, before its assessment of %s", [change.label, change.done_on.raw, first])
}

_register := input.isms.registers.changes

_significant := [change | some change in _register.entries; change.significant.value == "yes"; _in_effect(change)]

_in_effect(change) if {
	change.done_on.value.from <= input.isms.as_of
	not change.status.value == "cancelled"
}

_in_effect(change) if change.status.value in {"in-progress", "done", "closed"}
