# METADATA
# title: The version in force of the policy is communicated
# description: >-
#   The clause asks to make the policy known inside the organisation. Where a register of awareness or
#   communication has dated lines on the policy, the newest of them is compared with the last approval: a policy
#   approved after it has not been made known in its present version. Changes that say to be editorial do not count.
# custom:
#   scope: document
#   for: [policy.infosec]
#   clause: "5.2"
#   activities: ["5.2-f", "7.3-a"]
#   checks: ["5.2-6", "R-AW-5"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["awareness?", "communication?"]
#   remedy: Tell those who work under the policy about its new version, and enter the date in the register.
package ismslint.rules.policy.version_communicated

import data.ismslint.lib

evidence contains lib.evidence_date(lib.evidence(_newest, "."), _newest.date)

findings contains lib.with_related(
	lib.finding(input.document, "approved_on", _message),
	[lib.place(_newest, ".", "the newest line on the policy")],
) if {
	_approved.value.from > _newest.date
	_changed > _newest.date
}

_approved := input.document.metadata.approved_on

_lines contains [mention.date, mention._path, mention] if {
	some kind in ["awareness", "communication"]
	some entry in input.isms.registers[kind].entries
	mention := entry.mentions["policy.infosec"]
	mention.date != null
}

_newest := max(_lines)[2]

# The newest change that is more than editorial; the approval where no history tells.
_changed := max([row.date.value.until | some row in _dated; not lib.filled(row.editorial)]) if count(_dated) > 0

_changed := _approved.value.from if count(_dated) == 0

_dated := [row | some row in input.document.history; lib.filled(row.date)]

_message := sprintf("%s (%s) is later than the last message on the policy (%s)", [_version, _approved.raw, _newest.date])

_version := sprintf("Version %s of the policy", [input.document.metadata.version.raw]) if lib.filled(input.document.metadata.version)

_version := "The approval of the policy" if not lib.filled(input.document.metadata.version)
