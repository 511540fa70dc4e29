# METADATA
# title: A rule that takes long
# description: It counts in many nested loops.
# custom:
#   scope: SCOPE
#   clause: "5.2"
#   activities: ["5.2-a"]
#   checks: ["5.2-1"]
#   kind: presence
#   strength: shall
#   level: error
#   certainty: decides
#   small_organization: keep
#   source: practice
#   remedy: None.
package ismslint.rules.policy.slow

import data.ismslint.lib

evidence contains lib.evidence(input.isms.anchor, ".") if input.isms.declared

findings contains lib.finding(input.isms.anchor, ".", sprintf("%d", [n])) if {
	numbers := [x | some d in input.isms.documents; x := d.title]
	n := count([1 |
		some a in numbers
		some b in numbers
		some c in numbers
		some d in numbers
		some e in numbers
		concat("", [a, b, c, d, e]) != ""
	])
}
