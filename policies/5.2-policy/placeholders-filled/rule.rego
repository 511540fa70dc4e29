# METADATA
# title: The policy has no placeholder left
# description: >-
#   A policy that suits the organisation speaks of that organisation. Up to three blanks of a template that nobody
#   filled in are looked for in a policy in force; with more of them the document is taken for a template and not
#   counted as the policy. Blanks in code, links, comments and examples are left alone.
# custom:
#   scope: document
#   for: [policy.infosec]
#   clause: "5.2"
#   activities: ["5.2-a", "7.5.2-c"]
#   checks: ["5.2-8", "R-DOC-8"]
#   kind: metadata
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: Fill in the placeholder, or take the sentence out.
package ismslint.rules.policy.placeholders_filled

import data.ismslint.lib

# Many blanks make a template, of which policy-present speaks. Other documents: 7.5.2.
_most := 3

evidence contains lib.evidence(input.document, ".") if {
	_in_force
	count(_found) == 0
}

findings contains lib.with_related(
	lib.finding(_found[0], ".", _message),
	[lib.place(other, ".", "another one") | some other in array.slice(_found, 1, count(_found))],
) if {
	_in_force
	count(_found) > 0
	count(_found) <= _most
}

_found := input.document.placeholders

_in_force if not input.document.metadata.status.value in {"draft", "in-review", "superseded", "withdrawn"}

_message := sprintf("%s still holds the placeholder %q", [input.document.title, _found[0].text]) if count(_found) == 1

_message := sprintf("%s still holds placeholders: %s", [input.document.title, lib.list([x.text | some x in _found])]) if {
	count(_found) > 1
}
