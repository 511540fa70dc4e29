# METADATA
# title: The description of the risk assessment covers its steps
# description: >-
#   The clause asks for criteria to assess and to accept risks, and for risks and their owners to be identified,
#   analysed and evaluated. Looked for are words on each step in the methodology, in all documents of that kind taken
#   together. Criteria kept as data cover the steps they decide, and `isms.addresses` points to what is said in other
#   words. A step that nobody described is done differently each time.
# custom:
#   scope: document
#   for: [methodology.risk]
#   clause: "6.1.2"
#   activities: ["6.1.2-k", "6.1.2-a", "6.1.2-b"]
#   checks: ["6.1.2-12"]
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   needs: ["risk_criteria?"]
#   remedy: >-
#     Add a sentence or section on the step, or point to where it is dealt with by `isms.addresses` in the front matter.
package ismslint.rules.risk_assessment.method_steps_recognised

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(cue, "."), array.concat(["6.1.2-k"], step.shows)) if {
	some step in _steps
	cue := input.document.cues[step.cue][0]
}

evidence contains lib.concerning(lib.evidence(input.isms.criteria, "."), step.shows) if {
	_is_first
	some step in _steps
	count(step.shows) > 0
	_structured[step.cue]
}

findings contains lib.finding(input.document, ".", _message) if {
	_is_first
	not input.document.stub
	input.document.language != ""
	count(_open) > 0
}

# One process may be spread over several documents: the first speaks for all of them.
_is_first if {
	first := _method.items[0]
	first._path == input.document._path
	first.section == input.document.section
}

_method := input.isms.types["methodology.risk"]

_steps := [
	{"cue": "method-criteria", "name": "criteria for assessing risks", "shows": ["6.1.2-b"], "activities": ["6.1.2-b"]},
	{"cue": "method-acceptance", "name": "acceptance of risks", "shows": ["6.1.2-a"], "activities": ["6.1.2-a"]},
	{"cue": "method-identification", "name": "identification of risks", "shows": [], "activities": ["6.1.2-d"]},
	{"cue": "method-owners", "name": "risk owners", "shows": [], "activities": ["6.1.2-e"]},
	{"cue": "method-analysis", "name": "analysis of likelihood and consequence", "shows": [], "activities": ["6.1.2-f", "6.1.2-g", "6.1.2-h"]},
	{"cue": "method-evaluation", "name": "evaluation and ranking of risks", "shows": [], "activities": ["6.1.2-i", "6.1.2-j"]},
]

_open := [step.name |
	some step in _steps
	not _method.cues[step.cue]
	not _structured[step.cue]
	not _addressed(step)
]

_addressed(step) if {
	some activity in step.activities
	address := input.document.addresses[activity]
	not address.empty
}

_structured contains "method-criteria" if count(input.isms.criteria.likelihood.steps) > 1

_structured contains "method-acceptance" if input.isms.criteria.acceptance_known

_structured contains "method-analysis" if input.isms.criteria.combination != ""

_structured contains "method-evaluation" if input.isms.criteria.acceptance_known

_message := sprintf("%s was not recognised to deal with: %s", [_title, lib.list(_open)])

_title := input.document.title if {
	input.document.title != ""
} else := input.document._path
