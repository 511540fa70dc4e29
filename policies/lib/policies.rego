# What the rules on policies have in common.
package ismslint.lib

# policies are the policies in force, each a document of its own whose language is known.
policies := [document |
	some document in input.isms.documents
	document.kind == "policy"
	document.evidence
	document.section == ""
	document.language != ""
	not document.metadata.status.value in {"draft", "superseded", "withdrawn"}
]

# usual holds for what at least half of them have, given the indexes of those that have it. One policy is no style.
usual(carriers) if {
	count(policies) > 1
	2 * count(carriers) >= count(policies)
}

# of says how many of the policies have something.
of(carriers) := sprintf("%d of the %d policies here", [count(carriers), count(policies)])
