# METADATA
# title: The minutes speak of every required input
# description: >-
#   The clause lists what a management review considers. In minutes the inputs are looked for by words, in
#   headings, rows of tables, list items and sentences; a heading or row with nothing behind it does not count.
#   Looked at is the newest review together with the meetings shortly before it.
# custom:
#   scope: repository
#   clause: "9.3"
#   activities: ["9.3-b", "9.3-c", "9.3-d", "9.3-e", "9.3-f", "9.3-g", "9.3-h", "9.3-i", "9.3-j", "9.3-k", "9.3-l"]
#   checks: ["9.3-10"]
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   needs: [reviews]
#   remedy: Give each input a line in the minutes, under a usual name; "nothing new" is enough.
package ismslint.rules.management_review.inputs_in_minutes

import data.ismslint.lib

# Inputs kept as data are the business of inputs-covered.
evidence contains found if {
	not lib.newest_review.structured
	some found in lib.input_evidence
}

findings contains lib.concerning(lib.finding(lib.newest_review, ".", _message), [item.activity | some item in _absent]) if {
	not lib.newest_review.structured
	count(_absent) > 0
	not _unread
}

_absent := lib.inputs_absent

# No vocabulary fits the language of the minutes.
_unread if {
	some document in input.isms.documents
	document._path == lib.newest_review._path
	document.language == ""
}

_message := sprintf("in the minutes of %s these inputs were not recognised, or nothing stands there: %s", [lib.held(lib.newest_review), _labels])

_labels := concat(", ", [item.label | some item in _absent])
