# METADATA
# title: Objectives are traced to the policy
# description: >-
#   The clause asks for objectives in line with the policy. Where the register has a column for the part of the
#   policy that an objective serves, it is filled. Objectives that stand in the policy itself need none.
# custom:
#   scope: repository
#   clause: "6.2"
#   activities: ["6.2-b"]
#   checks: ["6.2-5"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: decides
#   small_organization: keep
#   needs: ["objectives?"]
#   remedy: >-
#     Name the part of the policy that each objective serves.
package ismslint.rules.objectives.linked_to_policy

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/policy_ref") if {
	some objective in _register.entries
	some ref in objective.policy_ref.value
	_policies[ref.path]
}

evidence contains lib.indicated(lib.evidence(_register, "columns/policy_ref")) if {
	some objective in _register.entries
	lib.filled(objective.policy_ref)
}

evidence contains lib.evidence(item, ".") if {
	some item in input.isms.types.objectives.items
	_policies[item._path]
}

findings contains lib.indicated(lib.with_related(lib.finding(_untraced[0], "policy_ref", message), places)) if {
	lib.column(_register, "policy_ref")
	count(_untraced) > 0
	message := sprintf("not traced to the policy: %s", [lib.ids(_untraced)])
	places := [lib.place(objective, "policy_ref", "empty here as well") | some i, objective in _untraced; i > 0]
}

_register := input.isms.registers.objectives

_untraced := [objective |
	not _policies[_register._path]
	some objective in _register.entries
	lib.pursued(objective)
	lib.blank(objective.policy_ref)
]

_policies contains item._path if some item in input.isms.types["policy.infosec"].items
