# METADATA
# title: No control that is left out is applied elsewhere
# description: >-
#   A control that the Statement of Applicability leaves out ought not to be named as applied by a document in force,
#   in its front matter or a control line of its header, or as the answer to a legal requirement. Running text does
#   not count. One of the two is wrong. Treatments and risks that name such a control are another rule's business.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-d4"]
#   checks: ["6.1.3-13", "R-SOA-6"]
#   kind: consistency
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [soa, "legal?"]
#   remedy: >-
#     Include the control, or take it out of the document or entry that names it.
package ismslint.rules.risk_treatment.excluded_not_applied

import data.ismslint.lib

# Exclusions that nothing contradicts stand as they are.
evidence contains lib.evidence(_soa, "columns/applicable") if {
	count(_excluded) > 0
	count(findings) == 0
}

findings contains lib.with_related(lib.finding(control, "applicable", message), places) if {
	some control in _excluded
	names := _named[control.id]
	places := [place | some [_, place] in names]
	message := sprintf(
		"%s is excluded, and %s as applied",
		[control.label, _naming([name | some [name, _] in names])],
	)
}

_soa := input.isms.registers.soa

_excluded := [control | some control in _soa.entries; control.applicable.value == "no"]

_ids := {control.id | some control in _excluded}

_named[id] contains [document.title, lib.place(document, ".", "names the control")] if {
	some document in input.isms.documents
	document.evidence
	document.section == ""
	document.type != "soa"
	not document.metadata.status.value in {"draft", "superseded", "withdrawn"}
	some citation in document.controls
	citation.declared
	id := citation.id
	_ids[id]
}

_named[id] contains [requirement.label, lib.place(requirement, "controls", "names the control")] if {
	some requirement in input.isms.registers.legal.entries
	requirement.applicable.value != "no"
	some control in requirement.controls.value
	id := control.id
	_ids[id]
}

_naming(names) := sprintf("%s names it", [names[0]]) if count(names) == 1

_naming(names) := sprintf("%s name it", [lib.list(names)]) if count(names) > 1
