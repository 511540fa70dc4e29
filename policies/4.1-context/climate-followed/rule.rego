# METADATA
# title: Climate change, where relevant, leads to an issue, requirement or risk
# description: >-
#   Where the register of issues says that climate change is relevant, an issue, a requirement of a party, a risk or
#   an opportunity ought to say how. It is practice, not the words of the amendment: a decision that nothing follows
#   from is hard to explain in an audit.
# custom:
#   scope: repository
#   clause: "4.1"
#   activities: ["4.1-c"]
#   checks: ["R-ISS-6"]
#   kind: consistency
#   strength: should
#   source: practice
#   level: note
#   certainty: indicates
#   small_organization: keep
#   needs: [issues, "parties?", "planning?", "risks?"]
#   remedy: Add the issue, requirement or risk that makes climate change relevant.
package ismslint.rules.context.climate_followed

import data.ismslint.lib

evidence contains lib.evidence(_followed[0].mentions["climate-change"], ".") if _relevant

findings contains lib.finding(_stated, ".", message) if {
	_relevant
	count(_followed) == 0
	message := "climate change is declared relevant, and no issue, requirement, risk or opportunity was recognised to name it"
}

_stated := input.isms.registers.issues.statements["climate-change"]

_relevant if _stated.text == "yes"

_followed := [entry |
	some kind in ["issues", "parties", "planning", "risks"]
	some entry in input.isms.registers[kind].entries
	entry.mentions["climate-change"]
]
