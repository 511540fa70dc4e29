# METADATA
# title: For suppliers that matter, an agreement or assurance is named
# description: >-
#   The clause asks to determine and control what others run for the organisation. Evidence are a register of
#   suppliers with agreements, security terms or reports, and a policy on suppliers. A supplier of high or medium
#   criticality, or one that runs a process of the ISMS, names at least one of them; a certificate or report may
#   stand for own terms. Where criticality is not recorded there is one note.
# custom:
#   scope: repository
#   clause: "8.1"
#   activities: ["8.1-f"]
#   checks: ["8.1-6", R-SUP-1]
#   kind: xref
#   strength: shall
#   source: "27003"
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: ["suppliers?", "processes?"]
#   fold:
#     when: most
#     message: "{register}: for {n} of {m} suppliers that matter neither agreement, security terms nor assurance is named"
#     field: agreement
#   remedy: >-
#     Name the agreement, the security terms or the certificate or report that you rely on.
package ismslint.rules.operation.supplier_terms_named

import data.ismslint.lib

evidence contains lib.evidence(_register, concat("/", ["columns", field])) if {
	some field in _terms
	some supplier in _register.entries
	lib.filled(supplier[field])
}

evidence contains lib.indicated(lib.evidence(_register, ".")) if {
	some supplier in _register.entries
	lib.filled(supplier.name)
}

evidence contains lib.indicated(lib.evidence(item, ".")) if {
	count(_register.entries) == 0
	some item in input.isms.types.suppliers.items
}

# A policy on suppliers says how they are controlled.
evidence contains lib.indicated(lib.evidence(item, ".")) if {
	some item in input.isms.types["policy.topic"].items
	_on_suppliers[item._subject]
}

evidence contains lib.evidence(_processes, "columns/outsourced") if {
	some process in _processes.entries
	lib.filled(process.outsourced)
}

findings contains lib.finding(supplier, _at, message) if {
	count(_columns) > 0
	some supplier in _bare
	_matters(supplier)
	message := sprintf("%s: no agreement, security terms or assurance is named", [_called(supplier)])
}

# A register without a place for it, or one that does not say who matters: one note.
findings contains lib.at_most(lib.finding(_register, "columns", message), "note") if {
	count(_columns) == 0
	some supplier in _bare
	_matters(supplier)
	message := sprintf("%s has no column for agreements, security terms, certificates or reports", [_register.title])
}

findings contains lib.at_most(lib.finding(_register, _where, message), "note") if {
	count(_columns) > 0
	not lib.column(_register, "criticality")
	count(_bare) == count(_register.entries)
	unknown := [_called(supplier) | some supplier in _bare; not _matters(supplier)]
	count(unknown) > 0
	message := sprintf("%s does not say how critical its suppliers are; no agreement or assurance is named for: %s", [_register.title, lib.list(unknown)])
}

_register := input.isms.registers.suppliers

_processes := input.isms.registers.processes

_terms := ["agreement", "agreement_refs", "security_terms", "dpa", "assurance"]

_columns := [field | some field in _terms; lib.column(_register, field)]

_at := _columns[0]

_where := concat("/", ["columns", _at])

_bare := [supplier |
	some supplier in _register.entries
	lib.supplies(supplier)
	not _key(supplier) in _with_terms
	every field in _terms {
		lib.blank(supplier[field])
	}
]

# A coloured dot before the name rates the supplier; a name in brackets behind it is that of the company.
_key(supplier) := trim(split(lower(_called(supplier)), " (")[0], "🔴🟠🟡🟢🔵⚪⚫🟣🟤🟥🟧🟨🟩⏳⌛✅❌⏸ ")

# Another table may have the terms of the same supplier.
_with_terms := {_key(supplier) |
	some supplier in _register.entries
	some field in _terms
	not lib.blank(supplier[field])
}

_matters(supplier) if supplier.criticality.value in {"high", "medium"}

_matters(supplier) if {
	some name in [supplier.id, supplier.name.raw]
	_providers[name]
}

_providers contains process.provider.value if {
	some process in _processes.entries
	process.outsourced.value == "yes"
}

_called(supplier) := supplier.name.raw if supplier.name.raw != ""

_called(supplier) := supplier.label if supplier.name.raw == ""

_on_suppliers contains document._subject if {
	some document in input.isms.documents
	document.topic in {"supplier", "cloud"}
}
