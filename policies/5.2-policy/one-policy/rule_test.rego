package ismslint.rules.policy.one_policy_test

import data.ismslint.rules.policy.one_policy as rule

_text := "This policy says how we protect the plans that our customers entrust to us, and it is for all of us."

_page(title) := sprintf("# %s\n\n%s\n", [title, _text])

_first := "policies/information-security-policy.md"

test_two if {
	found := rule.findings with input as isms.parse({_first: _page("Information security policy"), "policies/isms-policy.md": _page("ISMS policy")})
	count(found) == 1
	some finding in found
	contains(finding.message, "both present themselves as the information security policy")
	finding.path == "policies/isms-policy.md"
}

test_one if {
	given := isms.parse({_first: _page("Information security policy"), "policies/backup-policy.md": _page("Backup policy")})
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_quiet if {
	every path, text in {
		"policies/informationssicherheitsleitlinie.md": "# Informationssicherheitsleitlinie\n\nDiese Leitlinie sagt, wie wir die Pläne schützen, die uns die Kunden anvertrauen, und sie gilt für alle.\n",
		"policies/isms-policy.md": sprintf("---\nstatus: draft\n---\n%s", [_page("ISMS policy")]),
		"policies/isms-policy-old.md": sprintf("---\nstatus: superseded\n---\n%s", [_page("ISMS policy")]),
		"archive/isms-policy.md": _page("ISMS policy"),
		"policies/statement.md": _page("Information security policy statement"),
		"branch/information-security-policy.md": _page("Information security policy"),
	} {
		given := isms.parse({_first: _page("Information security policy"), path: text})
		count(rule.findings) == 0 with input as given
	}
}
