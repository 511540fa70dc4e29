# METADATA
# title: Cloud services and outsourced development are not excluded while suppliers provide them
# description: >-
#   The 2022 edition of Annex A has a control on the use of cloud services (5.23) and one on outsourced development
#   (8.30). When the Statement of Applicability leaves one of them out and the supplier register lists such a service,
#   one of the two is wrong. The service is recognised by words.
# custom:
#   scope: repository
#   clause: "6.1.3"
#   activities: ["6.1.3-d4"]
#   checks: ["R-SUP-5"]
#   kind: consistency
#   strength: should
#   source: practice
#   level: warning
#   levels: {"2013": "off"}
#   certainty: indicates
#   small_organization: keep
#   needs: [soa, suppliers]
#   column_absent:
#     register: suppliers
#     fields: [service, category]
#     level: quiet
#   remedy: >-
#     Include the control, or correct what the supplier register says of the service.
package ismslint.rules.risk_treatment.cloud_not_excluded

import data.ismslint.lib

evidence contains lib.evidence(control, "applicable") if {
	some control in _soa.entries
	control.applicable.value == "yes"
	some supplier in _suppliers
	_provides(supplier, control.id)
}

findings contains lib.with_related(lib.finding(control, "applicable", message), [lib.place(supplier, "service", "the service") | some supplier in providers]) if {
	some control in _soa.entries
	control.applicable.value == "no"
	_words[control.id]
	providers := [supplier | some supplier in _suppliers; _provides(supplier, control.id)]
	count(providers) > 0
	message := sprintf(
		"%s is excluded, while the supplier register lists %s (%s)",
		[control.label, providers[0].name.raw, _service(providers[0])],
	)
}

_soa := input.isms.registers.soa

_suppliers := input.isms.registers.suppliers.entries

_words := {
	"5.23": ["cloud", "saas", "iaas", "paas", "software as a service"],
	"8.30": ["outsourced development", "contract development", "development contractor", "softwareentwicklung", "auftragsentwicklung"],
}

_provides(supplier, id) if {
	some word in _words[id]
	contains(lower(concat(" ", [supplier.service.raw, supplier.category.raw])), word)
}

_service(supplier) := supplier.service.raw if supplier.service.raw != ""

_service(supplier) := supplier.category.raw if supplier.service.raw == ""
