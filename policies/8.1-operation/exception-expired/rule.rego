# METADATA
# title: Exceptions to own rules end or are renewed by their date
# description: >-
#   An exception that was granted for a time and is still open after it is a rule that is not in force. That is good
#   practice, not asked for by the clause: each open exception is held against its own expiry date. One that a later
#   entry on the same rule renews is not counted.
# custom:
#   scope: repository
#   clause: "8.1"
#   activities: ["8.1-a"]
#   checks: ["8.1-8", R-EXC-1]
#   kind: freshness
#   strength: should
#   source: practice
#   level: warning
#   certainty: decides
#   small_organization: keep
#   needs: [exceptions]
#   column_absent:
#     register: exceptions
#     fields: [expires_on]
#     level: quiet
#   remedy: >-
#     Close the exception, or have it approved again with a new date.
package ismslint.rules.operation.exception_expired

import data.ismslint.lib

evidence contains lib.evidence(_register, "columns/expires_on") if {
	some exception in _register.entries
	lib.filled(exception.expires_on)
}

findings contains lib.finding(exception, "expires_on", message) if {
	lib.column(_register, "status")
	some exception in _register.entries
	exception.expires_on.value.until < input.isms.as_of
	lib.open(exception)
	not lower(exception.status.raw) in {"expired", "renewed", "abgelaufen", "verlängert"}
	not _renewed(exception)
	message := sprintf("%s%s expired on %s; %s", [exception.label, _from(exception), exception.expires_on.raw, lib.standing(exception)])
}

_register := input.isms.registers.exceptions

_last[exception.rule.value] contains exception.expires_on.value.until if some exception in _register.entries

_renewed(exception) if max(_last[exception.rule.value]) >= input.isms.as_of

_from(exception) := sprintf(" (%s)", [exception.rule.raw]) if lib.filled(exception.rule)

_from(exception) := "" if not lib.filled(exception.rule)
