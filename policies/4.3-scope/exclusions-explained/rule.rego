# METADATA
# title: What is left out of the scope has a reason
# description: >-
#   What the scope leaves out ought to come with the reason, so that a reader sees that security inside does not hang
#   on it. A section of the scope that speaks of exclusions is searched for words that give one. It is practice.
# custom:
#   scope: document
#   for: [scope]
#   clause: "4.3"
#   activities: ["4.3-a"]
#   checks: ["4.3-5"]
#   kind: field
#   strength: should
#   source: practice
#   level: note
#   certainty: indicates
#   small_organization: keep
#   remedy: Say for each exclusion why it is left out and who answers for it.
package ismslint.rules.scope.exclusions_explained

import data.ismslint.lib

evidence contains lib.evidence(place, ".") if {
	place := [place | some place in _exclusions; _explained[place.section]][0]
}

findings contains lib.finding(_exclusions[0], ".", message) if {
	# So many reasons that not all were noted.
	count(_reasons) < 5
	every place in _exclusions {
		not _explained[place.section]
	}
	message := sprintf("%s leaves something out, and no reason was recognised beside it", [input.document.title])
}

_exclusions := input.document.cues["scope-exclusion"]

_reasons := input.document.cues["scope-reason"]

_explained contains place.section if some place in _reasons
