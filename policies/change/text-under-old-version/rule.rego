# METADATA
# title: A document is changed under a new version
# description: >-
#   The clause asks to control changes to documents, such as by versions. A pull request that changes what a policy,
#   procedure or plan demands, and leaves its version, date and history as they were, gives one version to two
#   texts. Reflowed text, links, punctuation, spelling and reworded descriptions are no change; registers, records
#   and minutes are not looked at.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-e"]
#   checks: ["7.5.3-2", "R-DOC-5"]
#   kind: diff
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Give the document a new version with its date and approval, or a row in its history; or mark it as a draft
#     until then.
package ismslint.rules.change.text_under_old_version

import data.ismslint.lib

evidence contains lib.evidence(change.after, "version") if {
	some change in _documents
	lib.revised(change)
}

findings contains lib.finding(lib.material(change), ".", message) if {
	input.isms.organization.versions != "git"
	some change in _documents
	not lib.revised(change)
	message := sprintf("the text of %s changed, its %s did not", [lib.name(change.after), lib.standing(change.after)])
}

_documents contains change if {
	some change in lib.revisions
	change.after.kind in {"policy", "procedure", "plan", "document"}
	change.after.type != "policy.infosec"
	not _registers[change.after._path]
}

# What holds the rows of a register changes with each row.
_registers contains register._path if {
	some register in input.isms.registers
	register.state == "present"
}
