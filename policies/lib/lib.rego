# What every rule has at hand. This text is parsed at each start: keep it small.
package ismslint.lib

# evidence at the field of a thing, else at the thing itself.
evidence(thing, field) := {
	"path": thing._path,
	"pos": _at(thing, field),
	"section": object.get(thing, "section", ""),
	"signal": object.get(thing, "signal", ""),
	"certainty": object.get(thing, "certainty", ""),
	"date": _date(object.get(thing, "date", null)),
}

# finding at the field of a thing, else at the thing itself.
finding(thing, field, message) := {
	"subject": thing._subject,
	"field": field,
	"path": thing._path,
	"pos": _at(thing, field),
	"message": message,
	"related": [],
}

# absence is a finding that item, a document type or register kind, was not recognised.
absence(thing, item, message) := object.union(finding(thing, item, message), {"absent": item})

# place is another place of a finding's cause.
place(thing, field, message) := {"path": thing._path, "pos": _at(thing, field), "message": message}

with_related(finding, places) := object.union(finding, {"related": places})

# concerning narrows evidence or a finding to some activities of the rule.
concerning(x, activities) := object.union(x, {"activities": activities})

indicated(x) := object.union(x, {"certainty": "indicates"})

at_most(finding, level) := object.union(finding, {"at_most": level})

by_default_interval(finding) := object.union(finding, {"default_interval": true})

# evidence_date dates evidence by something else than the thing's own date.
evidence_date(evidence, date) := object.union(evidence, {"date": date})

# filled holds for a field that was written and read.
filled(field) if field.value != null

# text is a field as it was written.
text(field) := field.raw

# column holds for a register that has a column or key for the field.
column(register, field) if register.columns[field]

# open holds for an entry that is still to be done, as far as its status says.
open(entry) if not _closed[object.get(entry, ["status", "value"], "")]

# interval is the organisation's own, else twelve months with stated false.
interval(name) := object.union(value, {"stated": true}) if {
	value := input.isms.organization.intervals[name].value
	value != null
} else := {"months": 12, "days": 0, "stated": false}

# plan says in words what was planned: the interval that isms.yaml states, or that there is none.
plan(interval) := sprintf("planned every %s", [span(interval)]) if interval.stated

plan(interval) := "more than twelve months ago, and isms.yaml states no interval" if not interval.stated

# span says an interval in words: "12 months", "month", "1 month and 14 days".
span(interval) := trim_prefix(concat(" and ", _parts(interval)), "1 ") if count(_parts(interval)) == 1

span(interval) := concat(" and ", _parts(interval)) if count(_parts(interval)) != 1

_parts(interval) := [_units(interval[unit], unit) | some unit in ["months", "days"]; interval[unit] > 0]

_units(1, unit) := sprintf("1 %s", [trim_suffix(unit, "s")])

_units(n, unit) := sprintf("%d %s", [n, unit]) if n > 1

# due is the last day on which something that was done on a date still counts.
due(date, interval) := isms.plus(date.value.until, interval)

# leading holds for the document that comes first among those of its type. What another one beside it says or leaves
# out is not asked before it is settled which of them counts.
leading if {
	first := input.isms.types[input.document.type].items[0]
	first._path == input.document._path
	first.section == input.document.section
}

# few joins paths or titles: the first three, and how many more there are.
few(texts) := concat(", ", texts) if count(texts) <= 4

few(texts) := sprintf("%s and %d more", [concat(", ", array.slice(all, 0, 3)), count(all) - 3]) if {
	count(texts) > 4
	all := [text | some text in texts]
}

# ids names entries: the first ten, and how many more there are.
ids(entries) := list([_name(entry) | some entry in entries])

# list joins texts: the first ten, and how many more there are.
list(texts) := concat(", ", texts) if count(texts) <= 10

list(texts) := sprintf("%s and %d more", [concat(", ", array.slice(all, 0, 10)), count(all) - 10]) if {
	count(texts) > 10
	all := [text | some text in texts]
}

_closed := {"achieved", "cancelled", "closed", "done", "draft", "dropped", "expired", "implemented", "rejected", "retired", "verified", "withdrawn"}

_at(thing, field) := object.get(thing._pos, field, thing._pos["."])

_date(date) := date if is_string(date)

_date(date) := "" if is_null(date)

_date(date) := object.get(date, ["value", "until"], "") if is_object(date)

_name(entry) := entry.id if entry.id != ""

_name(entry) := entry._subject if entry.id == ""

# controls puts ids of Annex A in the order of their numbers.
controls(ids) := [id | some [_, id] in sort([[_numbers(id), id] | some id in ids])]

_numbers(id) := [to_number(part) | some part in split(trim_prefix(id, "A."), ".")]

# differ holds for two fields with people whom the roles register knows, none of them in both. A role, its title and
# the person who holds it are one.
differ(a, b) if {
	left := _known_people(a)
	right := _known_people(b)
	count(left) > 0
	count(right) > 0
	count(left & right) == 0
}

_known_people(field) := {id | some key in field.value.keys; some id in input.isms.people[key].ids}

# form of an id: "RSK-003" and "RSK-14" have the same.
form(id) := trim_right(id, "0123456789")

# item is the one of several names for the same absence that isms.yaml speaks of, else the first.
item(names) := stated[0] if {
	stated := [name | some name in names; _stated(name)]
	count(stated) > 0
} else := names[0]

_stated(name) if input.isms.organization.determined[name]

_stated(name) if input.isms.organization.outside[name]

# pointed is the place that a document itself gives for an activity, where it is there and says something.
pointed(activity) := address if {
	address := input.document.addresses[activity]
	address.section != ""
	not address.empty
}

# astray says what is wrong with the place that a document gives for an activity.
astray(activity) := sprintf("%q is given as the place for %s, and %s has no such heading", [address.anchor, activity, input.document._path]) if {
	address := input.document.addresses[activity]
	address.section == ""
}

astray(activity) := sprintf("%q is given as the place for %s, and the section says nothing", [address.anchor, activity]) if {
	address := input.document.addresses[activity]
	address.section != ""
	address.empty
}

# spoken is where the document speaks of a cue: at a heading, else the first place.
spoken(cue) := at[0] if {
	at := [place | some place in input.document.cues[cue]; _headings[place._pos["."]]]
	count(at) > 0
} else := input.document.cues[cue][0]

_headings contains section._pos["."] if some section in input.document.sections
