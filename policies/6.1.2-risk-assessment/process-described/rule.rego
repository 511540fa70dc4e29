# METADATA
# title: The risk assessment process is described
# description: >-
#   The clause asks for documented information about how risks are assessed. Looked for is a methodology, a policy
#   or procedure for risk management, a section on the method in the risk register, or risk criteria kept as data.
#   Without a description nobody else can assess a risk the same way, and no result can be compared with the last.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-k", "7.5.1-a"]
#   checks: ["6.1.2-1", "R-DOC-1"]
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: error
#   level_undeclared: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Describe in one page how you find, rate and accept risks, or say in isms.yaml where that is: under `documents` if
#     it is here under another name, under `outside` if it is kept elsewhere.
package ismslint.rules.risk_assessment.process_described

import data.ismslint.lib

evidence contains lib.evidence(item, ".") if some item in _method.items

evidence contains lib.evidence(input.isms.criteria, ".") if input.isms.criteria.state == "present"

findings contains lib.absence(_place, "methodology.risk", concat("; ", _looked)) if {
	count(_method.items) == 0
	input.isms.criteria.state == "absent"
	not input.isms.organization.outside.risk_criteria
}

_method := input.isms.types["methodology.risk"]

# Where nothing is declared, the register is where a reader asks how it was made.
_place := input.isms.registers.risks if {
	not input.isms.declared
	input.isms.registers.risks.state == "present"
} else := _method

_looked := [part | some part in [_message, _seen]; part != ""]

_message := concat("", [
	"no description of the risk assessment process was recognised: ",
	"no methodology, no risk management policy or procedure, no risk criteria",
])

_seen := sprintf("%s is not counted: %s", [other._path, other.why]) if {
	other := _method.others[0]
} else := ""
