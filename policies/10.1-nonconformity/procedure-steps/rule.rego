# METADATA
# title: What is done about nonconformities covers all steps
# description: >-
#   The clause asks to react, to deal with consequences, to find the cause and similar cases, to act in
#   proportion, to review the effect and to change the management system if needed. It asks for no procedure.
#   Where there is one, it is searched for words on each step, in all documents of that kind taken together. What
#   is described shows the process, not that it was followed.
# custom:
#   scope: document
#   for: ["procedure.capa"]
#   clause: "10.1"
#   activities: ["10.1-a", "10.1-b", "10.1-c", "10.1-d", "10.1-e", "10.1-f", "10.1-g"]
#   checks: []
#   kind: heading
#   strength: shall
#   source: "27003"
#   level: note
#   certainty: indicates
#   small_organization: keep
#   remedy: >-
#     Add a sentence on the step, or point to where it is dealt with by `isms.addresses` in the front matter.
package ismslint.rules.nonconformity.procedure_steps

import data.ismslint.lib

evidence contains lib.concerning(lib.evidence(_place(step), "."), [step.activity]) if some step in _steps

findings contains lib.concerning(lib.finding(input.document, ".", message), [step.activity | some step in _open]) if {
	_is_first
	not input.document.stub
	input.document.language != ""
	count(_open) > 0
	message := sprintf("%s was not recognised to deal with: %s", [input.document.title, lib.list([step.name | some step in _open])])
}

findings contains lib.concerning(lib.finding(input.document.addresses[step.activity], ".", lib.astray(step.activity)), [step.activity]) if {
	some step in _steps
}

_place(step) := lib.pointed(step.activity) if {
	lib.pointed(step.activity)
} else := input.document.cues[step.cue][0]

# The process may be spread over several documents: the first speaks for all.
_is_first if {
	first := _type.items[0]
	first._path == input.document._path
	first.section == input.document.section
}

_type := input.isms.types["procedure.capa"]

_steps := [
	{"activity": "10.1-a", "cue": "correction-react", "name": "control and correction"},
	{"activity": "10.1-b", "cue": "correction-consequences", "name": "consequences"},
	{"activity": "10.1-c", "cue": "correction-cause", "name": "cause"},
	{"activity": "10.1-d", "cue": "correction-action", "name": "corrective action"},
	{"activity": "10.1-e", "cue": "correction-effect", "name": "review of the effect"},
	{"activity": "10.1-f", "cue": "correction-change", "name": "change of the ISMS"},
	{"activity": "10.1-g", "cue": "correction-proportion", "name": "proportion to the effect"},
]

# A column of the register deals with it too.
_columns := {
	"10.1-a": ["correction"], "10.1-b": ["consequences"], "10.1-c": ["cause"], "10.1-d": ["corrective_action"],
	"10.1-e": ["effectiveness", "effectiveness_text"], "10.1-f": ["isms_change"], "10.1-g": ["grade"],
}

_open := [step |
	some step in _steps
	not _type.cues[step.cue]
	not _has_column(step.activity)
	not input.document.addresses[step.activity]
]

_has_column(activity) if {
	some field in _columns[activity]
	lib.column(input.isms.registers.nonconformities, field)
}
