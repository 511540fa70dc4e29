# METADATA
# title: There is a scope of the management system
# description: >-
#   The clause asks for the scope of the information security management system as documented information. Looked for
#   is a document of that name, or a section on the scope of the ISMS in a manual, the policy or the index. The section
#   "Scope" of a policy or procedure is the scope of that document and does not count.
# custom:
#   scope: repository
#   clause: "4.3"
#   activities: ["4.3-e", "4.3-a", "7.5.1-a"]
#   checks: ["4.3-1", "R-DOC-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Write one page on what the ISMS covers, or say in isms.yaml where it is: under `documents` if it is here under
#     another name, under `outside` if it is kept elsewhere.
package ismslint.rules.scope.scope_present

import data.ismslint.lib

evidence contains lib.evidence(item, ".") if some item in _scope.items

findings contains lib.absence(_scope, "scope", concat("; ", _looked)) if count(_scope.items) == 0

_scope := input.isms.types.scope

_looked := [part | some part in [_unseen, _seen]; part != ""]

_unseen := "no scope of the ISMS was recognised, neither a document of that name nor a section on the scope of the ISMS"

# What stood in the way.
_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _scope.others[0]
} else := ""
