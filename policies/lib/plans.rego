# What the rules on plans have in common: actions, objectives, treatments, changes and suppliers.
package ismslint.lib

# overdue holds for an entry that is open after the day it was due.
overdue(entry) if {
	entry.due.value.until < input.isms.as_of
	open(entry)
	not _done(entry)
}

# tells_progress holds for a register that has a place to say what was done.
tells_progress(register) if {
	some name in ["status", "done_on"]
	column(register, name)
}

# standing is what is said of how far an entry is, for messages.
standing(entry) := sprintf("its status is \"%s\"", [entry.status.raw]) if entry.status.raw != ""

standing(entry) := "no status is recorded" if entry.status.raw == ""

# blank holds for a cell that says nothing. Words that are no date or no name say something.
blank(field) if {
	not filled(field)
	lower(field.raw) in {"", "-", "–", "—", "?", "tbd", "tbc", "todo", "n/a", "offen"}
}

# cell holds where an entry has a place for a field: its table has the column, or it is data, where a key is left out.
cell(entry, field) if entry._pos[field]

cell(entry, _) if not endswith(entry._path, ".md")

# pursued holds for an objective that is neither reached nor given up.
pursued(objective) if {
	open(objective)
	not lower(objective.status.raw) in {"missed", "not achieved", "not met", "verfehlt", "nicht erreicht"}
}

# supplies holds for a supplier that is one now, as far as its status says.
supplies(supplier) if {
	not lower(supplier.status.raw) in {
		"candidate", "closed", "ended", "expired", "former", "inactive", "offboarded", "planned", "prospective", "rejected", "retired",
		"terminated", "abgelehnt", "beendet", "ehemalig", "gekündigt", "geplant", "inaktiv", "kandidat",
	}
}

# dates are the dates of documents by path.
dates[document._path] contains document.date if {
	some document in input.isms.documents
	document.section == ""
	document.date != null
}

_done(entry) if filled(object.get(entry, "done_on", {"value": null}))

# turned_down holds for an improvement that was decided against, as far as its row says.
turned_down(improvement) if improvement.status.value == "cancelled"

turned_down(improvement) if {
	some field in ["decision", "status"]
	some word in ["declin", "reject", "not taken up", "refus", "no action", "abgelehnt", "verworfen", "nicht umgesetzt"]
	contains(lower(improvement[field].raw), word)
}
