# METADATA
# title: A treatment relies only on controls that apply
# description: >-
#   The controls that the treatments need make up the Statement of Applicability. A treatment, or a risk in the
#   register, that names by id a control which the Statement excludes or does not list contradicts it: either the
#   treatment cannot rely on the control, or the Statement is wrong. Controls named in words and ids of frameworks
#   that the Statement does not hold are left alone.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-b"]
#   checks: ["6.1.3-5", "R-RT-1"]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: error
#   certainty: decides
#   small_organization: keep
#   needs: [soa, "treatments?", "risks?"]
#   remedy: >-
#     Include the control in the Statement of Applicability, or name the one that the treatment really relies on.
package ismslint.rules.risk_treatment.treatment_controls_apply

import data.ismslint.lib

evidence contains lib.evidence(input.isms.registers[kind], "columns/controls") if {
	some kind in _kinds
	some entry in input.isms.registers[kind].entries
	some control in entry.controls.value
	_applies[control.id]
}

findings contains lib.with_related(lib.finding(entry, field, message), places) if {
	some kind in _kinds
	some entry in input.isms.registers[kind].entries
	not entry.status.value in {"cancelled", "closed"}
	wrong := [[i, control.id] | some i, control in entry.controls.value; _verdict(control.id)]
	count(wrong) > 0
	field := sprintf("controls/%d", [wrong[0][0]])
	places := [lib.place(row, "applicable", "excluded here") | some [_, id] in wrong; row := _soa.entries[_soa.row[id]]; not _applies[id]]
	message := sprintf("%s relies on %s", [entry.label, concat("; ", [_said(verdict, wrong) | some verdict in ["excludes", "does not list"]; _some(verdict, wrong)])])
}

_kinds := ["treatments", "risks"]

_soa := input.isms.registers.soa

_applies := {control.id | some control in _soa.entries; control.applicable.value == "yes"}

_excluded := {control.id | some control in _soa.entries; control.applicable.value == "no"}

_verdict(id) := "excludes" if {
	_excluded[id]
	not _applies[id]
}

# Where the Statement covers little of Annex A, controls-decided says so once. A control whose row decides nothing
# is among those that it lists.
_verdict(id) := "does not list" if {
	_whole
	data.catalogue.controls[_soa.edition][id]
	not _listed[id]
}

_listed := object.keys(_soa.row)

_whole if count(_applies | _excluded) * 4 >= count(data.catalogue.controls[_soa.edition]) * 3

_some(verdict, wrong) if {
	some [_, id] in wrong
	_verdict(id) == verdict
}

_said(verdict, wrong) := sprintf("%s, which %s %s", [lib.list({_label(id) | some [_, id] in wrong; _verdict(id) == verdict}), _soa.title, verdict])

_label(id) := _soa.entries[_soa.row[id]].label

_label(id) := id if not _listed[id]
