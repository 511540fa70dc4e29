# What the rules on a change share: what was revised, and what is in force.
package ismslint.lib

# revisions are documents in force of which the text differs in what it demands. A new one is none, nor is a draft.
revisions contains change if {
	some change in input.isms.change.documents
	change.material
	change.how in {"changed", "moved"}
	change.after.evidence
	not change.after.metadata.status.value in {"draft", "in-review"}
}

# revised holds for a document whose change is shown: by a version, an approval, a date or a row in its history.
revised(change) if change.history_added

revised(change) if {
	some field in ["version", "approved_on", "date"]
	change.fields[field]
}

# material is the first passage of a document that differs in what it demands.
material(change) := [passage | some passage in change.passages; passage.material][0]

# standing says what a document still carries: "version 1.3 and approval of 2026-05-12".
standing(document) := concat(" and ", parts) if {
	parts := [sprintf(words, [document.metadata[field].raw]) |
		some [field, words] in [["version", "version %s"], ["approved_on", "approval of %s"]]
		filled(document.metadata[field])
	]
	count(parts) > 0
} else := sprintf("date %s", [document.metadata.date.raw]) if {
	filled(document.metadata.date)
}

# name is what a document is called.
name(document) := document.title if document.title != ""

name(document) := document._path if document.title == ""

# changed_entry is an entry of a register that was there before, and differs now.
changed_entry(kind) := [entry | some entry in input.isms.change.registers[kind].entries; entry.how == "changed"]

# touched holds for a register of which an entry was added or differs.
touched(kind) if {
	some entry in input.isms.change.registers[kind].entries
	entry.how in {"added", "changed"}
}

# any_field holds for an entry or document of which one of the fields differs.
any_field(change, fields) if {
	some field in fields
	change.fields[field]
}

# criteria_unmarked holds where the risk criteria differ in effect under the version by which risks were assessed.
criteria_unmarked if {
	count(input.isms.change.criteria.changes) > 0
	count(citing) > 0
}

# citing are the risks that name the version of the criteria, where the change left it as it was.
citing contains risk.id if {
	input.isms.criteria.version != ""
	input.isms.change.criteria.version == input.isms.criteria.version
	some risk in input.isms.registers.risks.entries
	filled(risk.criteria_version)
	bare_version(risk.criteria_version.raw) == bare_version(input.isms.criteria.version)
}

bare_version(text) := trim_left(lower(trim_space(text)), "v ")

# effect says in words what a change of the risk criteria does.
effect(change) := sprintf("%s: %s instead of %s", [change.what, change.after, change.before]) if change.part == "acceptance"

effect(change) := sprintf("%s gives %s instead of %s", [change.what, change.after, change.before]) if change.part == "cell"

effect(change) := sprintf("%s begins at %s instead of %s", [change.what, change.after, change.before]) if change.part == "bound"

effect(change) := sprintf("%s ends at %s instead of %s", [change.what, change.after, change.before]) if change.part == "limit"

effect(change) := sprintf("%s has %s steps instead of %s", [change.what, change.after, change.before]) if change.part == "step"

# excerpt is the beginning of a text, in quotation marks.
excerpt(text) := sprintf("\"%s\"", [text]) if count(text) <= 60

excerpt(text) := sprintf("\"%s…\"", [substring(text, 0, 57)]) if count(text) > 60
