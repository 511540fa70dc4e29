// Package policies holds the rules, the router and their library.
package policies

import "embed"

// FS holds what a run needs: no tests, no examples.
//
//go:embed main.rego lib/audits.rego lib/change.rego lib/kept.rego lib/lib.rego lib/nonconformities.rego lib/plans.rego lib/policies.rego lib/reviews.rego */*/rule.rego
var FS embed.FS
