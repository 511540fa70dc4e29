# METADATA
# title: The version history is in order
# description: >-
#   A version history tells which text followed which. A higher version with an earlier date than a lower one, or a
#   row that stands between others where its version does not belong, leaves that open. Histories may begin with the
#   oldest or the newest version. Versions that can be read as decimals and as parts (1.15 and 1.2) are compared only
#   where both readings agree.
# custom:
#   scope: document
#   clause: "7.5.2"
#   activities: ["7.5.2-a"]
#   checks: ["7.5.2-7"]
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   remedy: >-
#     Correct the version or the date of the row, or put it where it belongs.
package ismslint.rules.creating_and_updating.history_in_order

import data.ismslint.lib

evidence contains lib.evidence(_rows[0], "version") if {
	count(_rows) > 1
	count(_turned) == 0
}

findings contains lib.with_related(
	lib.finding(higher, "date", message),
	[lib.place(lower, "date", "the other row")],
) if {
	[higher, lower] := _turned[0]
	message := sprintf("%s: version %s is dated %s, before version %s of %s", [input.document.title, higher.version.raw, higher.date.raw, lower.version.raw, lower.date.raw])
}

findings contains lib.finding(row, "version", message) if {
	count(_turned) == 0
	[row, before] := _misplaced[0]
	message := sprintf("%s: version %s stands below version %s, against the order of the other rows", [input.document.title, row.version.raw, before.version.raw])
}

_rows := [row |
	input.document.section == ""
	not input.document.template
	some row in input.document.history
	lib.filled(row.version)
	_parts(row)
]

# A higher version with an earlier date.
_turned := [[_rows[i], _rows[j]] |
	some i, _ in _rows
	some j, _ in _rows
	_above(_rows[i], _rows[j])
	_rows[i].date.value.until < _rows[j].date.value.from
]

_misplaced := [[_rows[i], _rows[i - 1]] |
	count(_rows) > _fewest
	some i in _steps
	not _onward(_rows[i - 1], _rows[i])
]

# Of two rows none is out of place.
_fewest := 2

_steps := [i | some i, _ in _rows; i > 0]

_ascending if _above(_rows[count(_rows) - 1], _rows[0])

_descending if _above(_rows[0], _rows[count(_rows) - 1])

# Whether the step goes the way of all, or cannot be told.
_onward(_, _) if {
	not _ascending
	not _descending
}

_onward(before, row) if {
	_ascending
	not _above(before, row)
}

_onward(before, row) if {
	_descending
	not _above(row, before)
}

# By its parts and as a decimal alike.
_above(a, b) if {
	_parts(a) > _parts(b)
	_decimal(_parts(a)) > _decimal(_parts(b))
}

_parts(row) := [to_number(part) | some part in split(row.version.value, ".")] if {
	trim(row.version.value, "0123456789.") == ""
	every part in split(row.version.value, ".") {
		part != ""
		count(part) < 7
	}
}

_decimal(parts) := parts[0] if count(parts) == 1

_decimal(parts) := to_number(sprintf("%d.%d", [parts[0], parts[1]])) if count(parts) > 1
