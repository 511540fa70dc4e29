package policy

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// allowedBuiltins are what a rule may call: pure functions whose cost is bounded
// by their input. Anything else (network, clock, randomness, walk, parsing of
// text) does not exist for a rule, and calling it is a compile error.
var allowedBuiltins = []string{
	"eq", "assign", "equal", "neq", "gt", "gte", "lt", "lte",
	"internal.member_2", "internal.member_3", "internal.template_string",
	"plus", "minus", "mul", "div", "rem", "round", "ceil", "floor", "abs",
	"and", "or", "intersection", "union",
	"count", "sum", "max", "min", "sort",
	"array.concat", "array.slice", "array.reverse", "array.flatten",
	"object.get", "object.keys", "object.union", "object.union_n", "object.remove", "object.filter", "object.subset",
	"concat", "contains", "startswith", "endswith", "format_int", "indexof", "lower", "upper", "replace",
	"split", "sprintf", "substring", "strings.any_prefix_match", "strings.any_suffix_match",
	"trim", "trim_left", "trim_right", "trim_prefix", "trim_suffix", "trim_space", "to_number",
	"is_number", "is_string", "is_boolean", "is_array", "is_set", "is_object", "is_null", "type_name",
	plusName, daysName,
}

// capabilities is what the rules are compiled with.
var capabilities = sync.OnceValue(func() *ast.Capabilities { return capabilitiesWith() })

// testCapabilities adds what only tests of rules may call.
var testCapabilities = sync.OnceValue(func() *ast.Capabilities {
	return capabilitiesWith(parseName, changeName, "print", "internal.print", "internal.test_case")
})

func capabilitiesWith(more ...string) *ast.Capabilities {
	allowed := make(map[string]bool, len(allowedBuiltins)+len(more))
	for _, names := range [][]string{allowedBuiltins, more} {
		for _, name := range names {
			allowed[name] = true
		}
	}
	caps := ast.CapabilitiesForThisVersion(ast.CapabilitiesRegoVersion(ast.RegoV1))
	kept := caps.Builtins[:0]
	for _, b := range caps.Builtins {
		if allowed[b.Name] {
			kept = append(kept, b)
		}
	}
	caps.Builtins = kept
	caps.AllowNet = []string{}
	return caps
}
