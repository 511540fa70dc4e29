# METADATA
# title: The description of the risk treatment process deals with its steps
# description: >-
#   A description of the process is complete when it says how options are chosen, how the controls are determined,
#   how they are compared with Annex A, how the plan is made, and how the owners approve it and accept what remains.
#   The steps are recognised by words in one sentence, or declared under `isms.addresses` in the front matter.
# custom:
#   scope: document
#   clause: "6.1.3"
#   activities: ["6.1.3-g"]
#   checks: ["6.1.3-15"]
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: indicates
#   small_organization: keep
#   for: [methodology.risk, treatments]
#   remedy: >-
#     Add a sentence on each of the steps, or name the sections that deal with them under `isms.addresses` in the
#     front matter, such as `6.1.3-c: "#comparison-with-annex-a"`.
package ismslint.rules.risk_treatment.process_steps

import data.ismslint.lib

evidence contains lib.evidence(input.document.cues[cue][0], ".") if {
	some cue in object.keys(_steps)
	count(input.document.cues[cue]) > 0
}

evidence contains lib.evidence(address, ".") if {
	some cue in object.keys(_steps)
	address := _address(cue)
}

findings contains lib.finding(input.document, ".", message) if {
	_is_description
	_languages[input.document.language]
	open := [_steps[cue].label | some cue in _order; not _dealt_with(cue)]
	count(open) > 0
	message := sprintf("%s was not recognised to deal with %s", [input.document.title, concat(", ", open)])
}

_steps := {
	"treatment-options": {"activity": "6.1.3-a", "label": "the options for treating a risk"},
	"treatment-controls": {"activity": "6.1.3-b", "label": "the choice of controls"},
	"treatment-annex-a": {"activity": "6.1.3-c", "label": "the comparison with Annex A"},
	"treatment-plan": {"activity": "6.1.3-e", "label": "the treatment plan"},
	"treatment-approval": {"activity": "6.1.3-f", "label": "approval by the risk owners and acceptance of what remains"},
}

_order := ["treatment-options", "treatment-controls", "treatment-annex-a", "treatment-plan", "treatment-approval"]

# The languages whose vocabulary has words for the steps.
_languages := {"en", "de"}

_dealt_with(cue) if count(input.document.cues[cue]) > 0

_dealt_with(cue) if _address(cue)

# A treatment plan of its own, whose text this rule cannot see from here, is the plan and commonly holds the options
# and approvals.
_dealt_with(cue) if {
	cue in {"treatment-options", "treatment-plan", "treatment-approval"}
	input.document.type == "methodology.risk"
	some plan in input.isms.types.treatments.items
	plan.section == ""
}

_address(cue) := address if {
	address := input.document.addresses[_steps[cue].activity]
	address.section != ""
	not address.empty
}

# A plan is no description of the process. Of several methodologies, those that hardly speak of treatment are not
# on it.

_is_description if {
	input.document.type == "methodology.risk"
	not _records[input.document._path]
	count(_methodologies) == 1
}

_is_description if {
	input.document.type == "methodology.risk"
	not _records[input.document._path]
	count([cue | some cue in _order; _dealt_with(cue)]) > 1
}

# A section of minutes or of a report is no description, and counts for none.
_methodologies := [item | some item in input.isms.types["methodology.risk"].items; not _records[item._path]]

_records := {document._path | some document in input.isms.documents; document.section == ""; document.kind in {"minutes", "report", "record"}}
