# METADATA
# title: Documents in force have no placeholder left
# description: >-
#   A blank of a template that nobody filled in shows that the document was not reviewed as it stands. Up to three
#   are looked for in documents in force; more of them make a template. Blanks in code, links, comments and
#   examples are left alone. The policy has a rule of its own under clause 5.2.
# custom:
#   scope: document
#   clause: "7.5.2"
#   activities: ["7.5.2-c"]
#   checks: ["7.5.2-6", "R-DOC-8"]
#   kind: metadata
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Fill in the placeholder, or take the sentence out.
package ismslint.rules.creating_and_updating.placeholders_filled

import data.ismslint.lib

# Many blanks make a template.
_most := 3

# That a document has no blank shows no review: approval-settled and approval-shown give the evidence.
evidence contains found if some found in []

findings contains lib.with_related(
	lib.finding(_found[0], ".", _message),
	[lib.place(other, ".", "another one") | some other in array.slice(_found, 1, count(_found))],
) if {
	count(_found) > 0
	count(_found) <= _most
	input.document.section == ""
	input.document.type != ""
	input.document.type != "policy.infosec"
	not input.document.metadata.status.value in {"draft", "in-review", "superseded", "withdrawn"}
}

_found := [x | some x in input.document.placeholders; not _is_variable(x.text)]

# "{{ .Name }}" is a variable: whoever publishes the document has it filled in.
_is_variable(text) if startswith(trim_left(text, "{- "), ".")

_message := sprintf("%s still holds the placeholder %q", [input.document.title, _found[0].text]) if count(_found) == 1

_message := sprintf("%s still holds placeholders: %s", [input.document.title, lib.list([x.text | some x in _found])]) if count(_found) > 1
