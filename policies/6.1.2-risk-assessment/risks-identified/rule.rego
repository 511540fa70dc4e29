# METADATA
# title: Risks are identified
# description: >-
#   The clause asks to identify what could harm confidentiality, integrity or availability inside the scope. Evidence
#   are the risks of the register that say in words what could happen. An empty register beside a report on an
#   assessment shows that its risks were not brought in; without a report, the rule on the results of the assessment
#   says it.
# custom:
#   scope: repository
#   clause: "6.1.2"
#   activities: ["6.1.2-d"]
#   checks: []
#   kind: presence
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["risks?"]
#   remedy: Enter the risks of the assessment in the register, or delete the empty register.
package ismslint.rules.risk_assessment.risks_identified

import data.ismslint.lib

evidence contains lib.evidence(_risks, ".") if {
	some risk in _risks.entries
	some name in ["title", "description", "threat", "vulnerability"]
	lib.filled(risk[name])
}

findings contains lib.with_related(lib.finding(_risks, ".", _message), [lib.place(_report, ".", "the report")]) if {
	_risks.state == "empty"
}

_risks := input.isms.registers.risks

_report := input.isms.types["report.risk-assessment"].items[0]

_message := sprintf("the risk register holds no risk, and %s reports on an assessment", [_report._path])
