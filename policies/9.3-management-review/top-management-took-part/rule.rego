# METADATA
# title: Top management takes part in the review
# description: >-
#   The clause asks top management itself to review the management system. Looked for is a participant, chair or
#   approver of each recorded review who is declared in isms.yaml, holds a role of top management in the register
#   of roles, or carries a title such as managing director. Bare names that nothing links to a role are left alone.
# custom:
#   scope: repository
#   clause: "9.3"
#   activities: ["9.3-a", "5.1-e"]
#   checks: ["9.3-3", "R-REV-3"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [reviews]
#   column_absent:
#     register: reviews
#     fields: [participants, chair, approved_by]
#     level: note
#     message: "No review of {register} says who took part"
#   remedy: >-
#     Record who took part with their roles, or name the members of top management under `organization` in isms.yaml.
package ismslint.rules.management_review.top_management_took_part

import data.ismslint.lib

_fields := ["participants", "chair", "approved_by"]

evidence contains lib.evidence(review, name) if {
	some review in lib.reviews
	name := [name | some name in _fields; review[name].value.top][0]
}

findings contains lib.finding(review, name, _message(review)) if {
	input.isms.organization.persons != 1
	some review in lib.reviews
	not _took_part(review)
	name := [name | some name in ["participants", "chair"]; lib.filled(review[name])][0]
	_recognisable(review)
}

_took_part(review) if {
	some name in _fields
	review[name].value.top
}

# Names say nothing of a role, unless top management is known by name.
_recognisable(review) if {
	some name in _fields
	some key in review[name].value.keys
	input.isms.people[key].title
}

_recognisable(_) if {
	some person in input.isms.people
	person.top
	not person.title
}

_message(review) := sprintf("no member of top management was recognised among the participants of the review of %s", [lib.held(review)])
