# The router: the only entry point. Go decides which rules a query evaluates.
package ismslint.main

report[category][name] := {
	"evidence": data.ismslint.rules[category][name].evidence,
	"findings": data.ismslint.rules[category][name].findings,
} if {
	some [category, name] in input.rules
}
