# METADATA
# title: A rule has one duration
# description: >-
#   Two sentences that say the same but for how long or how often leave open which of them holds. Compared are sentences
#   of a few words with one number, which is a duration, and with a subject of their own, in two documents or in one
#   section; "this policy" is another one in each document, and what comes with three durations depends on something else.
#   A fortnight and fourteen days are the same.
# custom:
#   scope: repository
#   clause: "7.5.3"
#   activities: ["7.5.3-b"]
#   checks: []
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Keep the rule in one place and let the other point at it, or say in which case each of them holds.
package ismslint.rules.control_of_documents.durations_agree

import data.ismslint.lib

findings contains lib.with_related(
	lib.finding(slip, ".", sprintf("%q says %s, and %s %s", [slip.label, slip.here, slip.other._path, slip.there])),
	[lib.place(slip.other, ".", "the other duration")],
) if {
	some slip in input.isms.slips.durations
}

evidence contains lib.evidence(document, ".") if {
	count(input.isms.slips.durations) == 0
	some document in input.isms.documents
	document.evidence
	document.kind == "policy"
}
