# METADATA
# title: Planned changes are approved before they are carried out
# description: >-
#   The clause asks to control planned changes. Evidence are entries of a change register with an approval or a date,
#   and texts on how changes are managed. Where a planned change has both dates, the approval is not the later one.
#   An emergency is approved afterwards by its nature.
# custom:
#   scope: repository
#   clause: "8.1"
#   activities: ["8.1-d"]
#   checks: ["8.1-4", R-CHG-5]
#   kind: sequence
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["changes?"]
#   remedy: >-
#     Correct the date, or record that the change could not wait and who agreed to that.
package ismslint.rules.operation.change_approved_first

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in ["approved_by", "approved_on", "reviewed_on"]
	some change in _register.entries
	_planned(change)
	lib.filled(change[field])
}

evidence contains lib.indicated(lib.evidence(_register, ".")) if {
	some change in _register.entries
	_planned(change)
	lib.filled(change.what)
}

# How changes are managed.
evidence contains lib.indicated(lib.evidence(item, ".")) if {
	some type in ["procedure.change", "changes"]
	some item in input.isms.types[type].items
}

evidence contains lib.indicated(lib.evidence(item, ".")) if {
	some item in input.isms.types["policy.topic"].items
	_on_change[item._subject]
}

findings contains lib.with_related(lib.finding(change, "approved_on", message), [lib.place(change, "done_on", "carried out")]) if {
	some change in _register.entries
	_planned(change)
	change.done_on.value.until < change.approved_on.value.from
	message := sprintf("%s was carried out on %s, approved on %s", [change.label, change.done_on.raw, change.approved_on.raw])
}

_register := input.isms.registers.changes

_planned(change) if {
	not change.planned.value == "no"
	not contains(lower(change.change_kind.raw), "emergency")
	not contains(lower(change.change_kind.raw), "notfall")
}

_on_change contains document._subject if {
	some document in input.isms.documents
	document.topic in {"change", "configuration"}
}
