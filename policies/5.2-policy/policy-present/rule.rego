# METADATA
# title: There is an information security policy
# description: >-
#   The clause asks for an information security policy as documented information. Looked for is a document of
#   that name, or a section of that name in a manual or a one-file ISMS, with content of its own: a template or a
#   page that only points elsewhere is none. Without it nothing says what the organisation wants to achieve, and
#   most other clauses have nothing to rest on.
# custom:
#   scope: repository
#   clause: "5.2"
#   activities: ["5.2-e", "5.2-a", "7.5.1-a"]
#   checks: ["5.2-1", "R-DOC-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Write the policy, one page is enough, or say in isms.yaml where it is: under `documents` if it is here under
#     another name, under `outside` if it is kept elsewhere.
package ismslint.rules.policy.policy_present

import data.ismslint.lib

evidence contains lib.evidence(item, ".") if some item in _policy.items

findings contains lib.absence(_policy, "policy.infosec", concat("; ", _looked)) if count(_policy.items) == 0

_policy := input.isms.types["policy.infosec"]

_looked := [part | some part in ["no information security policy was recognised in any document, title or heading", _seen]; part != ""]

# What stood in the way: a document that does not count, else the topic-specific policies that are there.
_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _policy.others[0]
} else := sprintf("only topic-specific policies are here: %s", [lib.list([item.title | some item in _topics])]) if {
	count(_topics) > 0
} else := ""

_topics := input.isms.types["policy.topic"].items
