package ismslint.rules.control_of_documents.links_resolve_test

import data.ismslint.rules.control_of_documents.links_resolve as rule

_input(head, text) := {"isms": model.isms, "document": model.documents["policies/access-policy.md"]} if {
	model := isms.parse({
		"policies/access-policy.md": sprintf("%s# Access policy\n\nEverybody gets the access that the work takes, managers look at it twice a year.\n\n%s\n", [head, text]),
		"policies/backup-policy.md": "# Backup policy\n",
	})
}

test_dead if {
	found := rule.findings with input as _input("", "See [media](media-policy.md).")
	some finding in found
	finding.message == "Access policy refers to media-policy.md, which does not exist"
	finding.pos != ""
}

test_two if {
	found := rule.findings with input as _input("", "See [media](media-policy.md), [media again](media-policy.md#a) and [data](../data.csv).")
	count(found) == 1
	some finding in found
	finding.message == "Access policy refers to 2 targets that do not exist, the first is media-policy.md"
	count(finding.related) == 1
}

test_resolves if {
	given := _input("", "See [backup](backup-policy.md#x), [why](backup-policy.md), [how](./backup-policy.md#how) and [here](#access-policy).")
	count(rule.findings) == 0 with input as given
	count(rule.evidence) == 1 with input as given
}

test_not_judged if {
	text := "See [a](https://example.org/a.md), [b](/routes/b), [c](/docs/c.md), [d](some-route), [e](../../outside.md), [f]({{ site }}/f.md), `[g](g.md)`."
	count(rule.findings) == 0 with input as _input("", text)
}

test_related if {
	found := rule.findings with input as _input("---\nrelated: [backup-policy.md, media-policy.md]\n---\n", "")
	some finding in found
	finding.message == "Access policy names policies/media-policy.md as related, which does not exist"
}
