# METADATA
# title: No control is decided on twice in different ways
# description: >-
#   A Statement of Applicability says of each control whether it applies and whether it is implemented. A control
#   that stands in two rows ought to have the same decision in both. Rows that differ by entity, site, service or
#   system are different decisions. Two answers leave a reader, and an auditor, without one.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-d1"]
#   checks: ["6.1.3-17", "R-SOA-10"]
#   kind: consistency
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [soa]
#   remedy: >-
#     Keep one row for the control, or say in a column to which entity, site or system each row belongs.
package ismslint.rules.risk_treatment.decisions_agree

import data.ismslint.lib

evidence contains lib.evidence(_soa, ".") if count(_soa.entries) > 0

findings contains lib.with_related(lib.finding(later, field, message), [lib.place(earlier, field, "decided here too")]) if {
	not _by_entity
	some duplicate in _soa.duplicates
	rows := [_soa.entries[i] | some i in duplicate.entries]
	some field in ["applicable", "implementation"]
	decided := [row | some row in rows; lib.filled(row[field])]
	earlier := decided[0]
	later := [row | some row in decided; row[field].value != earlier[field].value; _same_entity(row, earlier)][0]
	_both_apply(field, earlier, later)
	message := sprintf(
		"%s has two answers to %s: \"%s\" here, \"%s\" in an earlier row",
		[later.label, _asked[field], later[field].raw, earlier[field].raw],
	)
}

_soa := input.isms.registers.soa

_asked := {"applicable": "whether it applies", "implementation": "whether it is implemented"}

# A table for each entity or site, told by their headings, repeats most of the controls.
_by_entity if count(_soa.duplicates) * 2 > count(_soa.row)

_same_entity(a, b) if lower(a.site.raw) == lower(b.site.raw)

# Where the rows differ on whether the control applies, that alone is reported.
_both_apply("applicable", _, _)

_both_apply("implementation", a, b) if {
	a.applicable.value != "no"
	b.applicable.value != "no"
}
