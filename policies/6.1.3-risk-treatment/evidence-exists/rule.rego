# METADATA
# title: The evidence that the Statement of Applicability names exists and is recent enough
# description: >-
#   A Statement of Applicability need not name evidence. Where it does, a path inside the repository ought to lead to
#   a file, and a control that states how often it is verified ought to have been verified in that time. Titles,
#   tickets and web addresses are not followed.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-d3"]
#   checks: ["6.1.3-11", "R-SOA-4"]
#   kind: xref
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [soa]
#   column_absent:
#     register: soa
#     fields: [evidence, documents, verified_on]
#     level: quiet
#   remedy: >-
#     Correct the path, add the record, or verify the control again and write down the date.
package ismslint.rules.risk_treatment.evidence_exists

import data.ismslint.lib

evidence contains lib.evidence(_soa, concat("/", ["columns", field])) if {
	some field in _fields
	some control in _implemented
	some ref in control[field].value
	ref.exists
}

findings contains lib.finding(control, concat("/", [field, format_int(i, 10)]), message) if {
	some control in _implemented
	some field in _fields
	some i, ref in control[field].value
	ref.path != ""
	not ref.exists
	message := sprintf("%s is implemented, and %s, which it names, does not exist", [control.label, ref.path])
}

findings contains lib.finding(control, "verified_on", message) if {
	some control in _implemented
	lib.due(control.verified_on, control.verify_interval.value) < input.isms.as_of
	message := sprintf(
		"%s is implemented and was verified on %s, to be done every %s",
		[control.label, control.verified_on.raw, lib.span(control.verify_interval.value)],
	)
}

_soa := input.isms.registers.soa

_fields := ["evidence", "documents"]

_implemented := [control | some control in _soa.entries; control.implementation.value == "implemented"]
