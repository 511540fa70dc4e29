# METADATA
# title: The scope deals with interfaces and dependencies
# description: >-
#   The clause asks to take into account where the organisation's own activities meet or depend on those of others. The
#   scope is searched for words on interfaces, dependencies, suppliers and outsourced or shared work. What others do
#   for the organisation is where security most often falls between two chairs.
# custom:
#   scope: document
#   for: [scope]
#   clause: "4.3"
#   activities: ["4.3-d"]
#   checks: ["4.3-3"]
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Name in the scope which work others do and how it is connected to yours, or point to the section under
#     `isms.addresses` as "4.3-d".
package ismslint.rules.scope.interfaces_recognised

import data.ismslint.lib

# What the document itself points to decides; its wording indicates.
evidence contains lib.evidence(lib.pointed("4.3-d"), ".")

evidence contains lib.indicated(lib.evidence(lib.spoken("scope-interfaces"), ".")) if not lib.pointed("4.3-d")

findings contains lib.finding(input.document.addresses["4.3-d"], ".", lib.astray("4.3-d"))

findings contains lib.indicated(lib.finding(input.document, ".", message)) if {
	not input.document.addresses["4.3-d"]
	count(_cues) == 0
	input.document.language != ""
	lib.leading
	message := sprintf("%s was not recognised to deal with interfaces and dependencies on others", [input.document.title])
}

_cues := input.document.cues["scope-interfaces"]
