# What the rules on nonconformities have in common.
package ismslint.lib

# nonconformities are the entries of the register but for observations, opportunities and rows of a blank form.
nonconformities contains entry if {
	some entry in input.isms.registers.nonconformities.entries
	not entry.grade.value in {"observation", "opportunity", "conform"}
	some field in ["description", "title", "requirement", "correction", "cause", "corrective_action"]
	filled(entry[field])
}

# closed holds for a nonconformity that is settled, as far as the register says.
closed(entry) if entry.status.value == "closed"

closed(entry) if {
	entry.status.value == null
	filled(entry.closed_on)
}

# corrected_only holds where the entry says that no corrective action was needed.
corrected_only(entry) if entry.action_needed.value == "no"

corrected_only(entry) if filled(entry.action_reason)

# entry_order is the order of the register, for messages.
entry_order(entries) := [entry | some [_, entry] in sort([[entry.index, entry] | some entry in entries])]
