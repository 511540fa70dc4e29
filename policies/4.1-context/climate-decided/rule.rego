# METADATA
# title: It is decided whether climate change is a relevant issue
# description: >-
#   Amendment 1 of 2024 asks to determine whether climate change is a relevant issue. A decision either way counts.
#   Looked for is `climate_determination` in the register of issues, an issue, requirement or risk about it, and any
#   sentence on it in the context, the scope, the interested parties, the planning or the minutes of a management review.
# custom:
#   scope: repository
#   clause: "4.1"
#   activities: ["4.1-c"]
#   checks: ["4.1-4", "R-ISS-5"]
#   kind: presence
#   strength: shall
#   source: "27001:2022"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["issues?"]
#   remedy: >-
#     Write one sentence that says whether climate change is a relevant issue and why, or `climate_determination` with
#     relevant, rationale and decided_on above the issues.
package ismslint.rules.context.climate_decided

import data.ismslint.lib

evidence contains lib.evidence_date(lib.evidence(_stated, "."), _date(_stated)) if _stated

evidence contains lib.evidence(issue, "climate_relevant") if {
	issue := [issue | some issue in _issues.entries; lib.filled(issue.climate_relevant)][0]
}

evidence contains lib.indicated(lib.evidence(_named[0].mentions["climate-change"], ".")) if not _stated

evidence contains lib.indicated(lib.evidence(input.isms.types[type].cues["climate-change"], ".")) if some type in _types

findings contains lib.indicated(lib.absence(_place, lib.item(["issues", "context"]), _message)) if {
	not _stated
	count(_named) == 0
	every issue in _issues.entries {
		not lib.filled(issue.climate_relevant)
	}
	every type in _types {
		not input.isms.types[type].cues["climate-change"]
	}
}

_message := concat("", [
	"no decision was recognised on whether climate change is a relevant issue (Amendment 1 of 2024); looked in the ",
	"context, the interested parties, the scope, the planning, the risks and the management reviews",
])

_issues := input.isms.registers.issues

_stated := _issues.statements["climate-change"]

_date(statement) := statement.date if statement.date != null

_date(statement) := "" if is_null(statement.date)

_types := ["context", "context.parties", "scope", "planning", "isms-manual", "minutes.management-review", "risks"]

_named := [entry |
	some kind in ["issues", "parties", "planning", "risks"]
	some entry in input.isms.registers[kind].entries
	entry.mentions["climate-change"]
]

_place := _issues if {
	_issues.state == "present"
} else := input.isms.anchor if {
	count(_context.items) > 0
	every item in _context.items {
		item.section != ""
	}
} else := _context

_context := input.isms.types.context
