# METADATA
# title: The review takes up every required input
# description: >-
#   The clause lists what a management review considers. Where the register of reviews keeps the inputs as data,
#   each one of the edition needs a summary, a reference or the word that there was nothing to report. Looked at is
#   the newest review together with the meetings shortly before it. An input without an entry was not considered,
#   as far as the record shows.
# custom:
#   scope: repository
#   clause: "9.3"
#   activities: ["9.3-b", "9.3-c", "9.3-d", "9.3-e", "9.3-f", "9.3-g", "9.3-h", "9.3-i", "9.3-j", "9.3-k", "9.3-l"]
#   checks: ["9.3-4", "R-REV-1"]
#   kind: coverage
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [reviews]
#   remedy: Give each input a line in the record of the review; "nothing new" is enough.
package ismslint.rules.management_review.inputs_covered

import data.ismslint.lib

# Minutes without structured inputs are read by inputs-in-minutes.
evidence contains found if {
	lib.newest_review.structured
	some found in lib.input_evidence
}

findings contains lib.concerning(lib.finding(lib.newest_review, ".", _message), [item.activity | some item in _absent]) if {
	lib.newest_review.structured
	count(_absent) > 0
}

_absent := lib.inputs_absent

_message := sprintf("the review of %s has no entry for: %s", [lib.held(lib.newest_review), _labels])

_labels := concat(", ", [item.label | some item in _absent])
