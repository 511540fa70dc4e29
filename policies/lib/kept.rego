package ismslint.lib

# review_dates are documents and registers with a date of the next review: a register in a document has one date.
review_dates := array.concat(_dated_documents, _dated_registers)

_dated_documents := [{"_path": item._path, "_pos": item._pos, "_subject": item._subject, "next_review": item.metadata.next_review} |
	some item in input.isms.documents
	in_use(item)
	item.section == ""
	filled(item.metadata.next_review)
]

_dated_registers := [{"_path": register._path, "_pos": register._pos, "_subject": register._subject, "next_review": register.header.next_review} |
	some register in input.isms.registers
	not endswith(register._path, ".md")
	filled(register.header.next_review)
]

# review_past are the paths of those whose date has passed.
review_past := {item._path | some item in review_dates; item.next_review.value.until < input.isms.as_of}

# reviewed_files are the paths of all: several registers in one file count as one.
reviewed_files := {item._path | some item in review_dates}

# not_kept_up holds where that is most of them: a state of the whole, of which one rule speaks for all.
not_kept_up if {
	count(reviewed_files) > 5
	2 * count(review_past) > count(reviewed_files)
}

# in_use holds for documents that count and are neither drafts nor put away.
in_use(document) if {
	document.evidence
	document.type != ""
	not document.metadata.status.value in {"draft", "in-review", "superseded", "withdrawn"}
}
