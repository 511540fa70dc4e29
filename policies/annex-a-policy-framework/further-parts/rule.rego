# METADATA
# title: Policies have a summary, an introduction, key outcomes and related policies
# description: >-
#   ISO/IEC 27003 recommends further parts that help readers: one or two sentences as a summary, a short introduction to
#   the subject, the outcomes if the policy is followed, and the policies that go with it. One note tells which of them
#   fewer than half of the policies have under a heading that was recognised; a key for related documents counts too.
#   None of it is asked for by ISO/IEC 27001.
# custom:
#   scope: repository
#   clause: Annex A
#   activities: ["7.5.2-b"]
#   checks: ["A-3"]
#   kind: heading
#   strength: should
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: "off"
#   remedy: >-
#     Add those that help your readers; leave out the others, and switch the rule off under `lint` in isms.yaml if none
#     does.
package ismslint.rules.policy_framework.further_parts

import data.ismslint.lib

evidence contains lib.evidence(lib.policies[min(carriers)], ".") if some carriers in _carriers

findings contains lib.finding(input.isms.anchor, ".", message) if {
	count(lib.policies) > 2
	count(_rare) > 0
	message := sprintf("few of the %d policies here have a recognised %s", [count(lib.policies), concat(", ", _rare)])
}

_parts := {"summary": "summary", "introduction": "introduction", "part on key outcomes": "key_outcomes", "list of related policies": "related"}

_carriers[part] := {i | some i, document in lib.policies; _has(document, element)} if some part, element in _parts

_has(document, element) if document.elements[element]

_has(document, "related") if lib.filled(document.metadata.related)

# A purpose introduces a subject as well.
_has(document, "introduction") if document.elements.objectives

_rare := [sprintf("%s (%d)", [part, count(carriers)]) | some part, carriers in _carriers; not lib.usual(carriers)]
