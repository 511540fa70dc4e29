# METADATA
# title: Records are closed, not deleted
# description: >-
#   Records of nonconformities, audits, management reviews and risks are documented information to be kept. A pull
#   request in which an entry that was there is gone, and whose id it puts nowhere else, loses it from the register.
#   What is moved, archived or converted is still there. Where most ids are gone and as many new ones came, they
#   were given new numbers.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-b", "7.5.3-f"]
#   checks: ["7.5.3-4", "R-NC-7"]
#   kind: diff
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Bring the entry back and close it, or move it to an archive in the repository. Where its time of retention has
#     ended, say so in the change.
package ismslint.rules.change.record_deleted

import data.ismslint.lib

evidence contains lib.evidence(change.after, "status") if {
	some kind in _kinds
	some change in lib.changed_entry(kind)
	not lib.open(change.after)
}

findings contains lib.finding(change, ".", sprintf("%s was removed from %s and is nowhere else", [change.label, change.before._path])) if {
	some kind in _strict
	not _renumbered[kind]
	some change in _removed[kind]
}

findings contains lib.at_most(lib.finding(change, ".", message), "warning") if {
	not _renumbered.risks
	some change in _removed.risks
	message := sprintf("%s was removed from %s and is nowhere else: a risk that is over is closed", [change.label, change.before._path])
}

findings contains lib.at_most(lib.finding(input.isms.registers[kind], ".", message), "warning") if {
	some kind, _ in _renumbered
	message := sprintf("%d of %d entries are gone and as many new ones came: under new ids, nothing that refers to the old ones leads anywhere", [
		count(_removed[kind]), input.isms.change.registers[kind].rows,
	])
}

_strict := ["nonconformities", "audits", "reviews"]

_kinds := array.concat(_strict, ["risks"])

_removed[kind] := entries if {
	some kind in _kinds
	entries := [change |
		some change in input.isms.change.registers[kind].entries
		change.how == "removed"
		not change.kept
		not change.before.status.value == "draft"
	]
}

_renumbered[kind] if {
	some kind in _kinds
	gone := count(_removed[kind])
	gone > 2
	2 * gone > input.isms.change.registers[kind].rows
	count([change | some change in input.isms.change.registers[kind].entries; change.how == "added"]) >= gone
}
