# METADATA
# title: What the heads of nearly all documents say, each says
# description: >-
#   Where the organisation has decided that its documents and registers name an approver, a label and the day of the
#   next review, one that does not was left out. Looked at are controlled documents and registers kept as data, from
#   five of them on, and what nine of ten carry. Id, version, date and owner of documents are looked at by
#   documents-identified. Approvals by pull request and versions of Git need no line.
# custom:
#   scope: repository
#   clause: "7.5.2"
#   activities: ["7.5.2-c"]
#   checks: ["7.5.2-2"]
#   kind: metadata
#   strength: should
#   source: practice
#   level: note
#   certainty: decides
#   small_organization: keep
#   gives_way: true
#   remedy: >-
#     Add the line to the head, in the form that the others use.
package ismslint.rules.creating_and_updating.heads_alike

import data.ismslint.lib

evidence contains lib.evidence(_controlled[0], "approved_by") if {
	count(_controlled) > 0
	lib.filled(_controlled[0].metadata.approved_by)
}

findings contains lib.finding(document, fields[0], message) if {
	some what, fields in _keys
	not _by_git[fields[0]]
	lacking := [i | some i, document in _controlled; not _says(document.metadata, fields)]
	_few(count(lacking), count(_controlled))
	some i in lacking
	document := _controlled[i]
	message := sprintf("%s has no %s, which %d of the %d documents here have", [
		document.title, what, count(_controlled) - count(lacking), count(_controlled),
	])
}

findings contains lib.finding(register, fields[0], message) if {
	some what, fields in object.union(_keys, {"version": ["version"], "owner": ["owner"]})
	not _by_git[fields[0]]
	lacking := [kind | some kind in _registers; not _says(input.isms.registers[kind].header, fields)]
	_few(count(lacking), count(_registers))
	some kind in lacking
	register := input.isms.registers[kind]
	message := sprintf("%s has no %s, which %d of the %d registers beside it have", [
		register.title, what, count(_registers) - count(lacking), count(_registers),
	])
}

_keys := {
	"approver": ["approved_by", "approved_on"],
	"label of confidentiality": ["classification"],
	"day of the next review": ["next_review", "review_interval", "review_ambiguous"],
}

_by_git contains "approved_by" if input.isms.organization.approval == "pull-request"

_by_git contains "version" if input.isms.organization.versions == "git"

_says(metadata, fields) if {
	some field in fields
	object.get(metadata, [field, "raw"], "") != ""
}

_few(lacking, all) if {
	lacking > 0
	all >= 5
	lacking * 10 <= max([all, 10])
}

_controlled := [document |
	some document in input.isms.documents
	document.evidence
	document.section == ""
	document.type != ""
	document.kind in {"policy", "procedure", "plan", "document"}
	not document.metadata.status.value in {"draft", "in-review", "superseded", "withdrawn"}
]

# Registers in YAML with a head of their own.
_registers := [kind |
	some kind, register in input.isms.registers
	register.state == "present"
	register.decided
	endswith(register._path, ".yaml")
	_has_head(register)
]

_has_head(register) if {
	some field in ["version", "owner", "approved_by", "next_review", "classification"]
	lib.filled(register.header[field])
}
