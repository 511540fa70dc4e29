package ismslint.rules.control_of_documents.cited_documents_known_test

import data.ismslint.rules.control_of_documents.cited_documents_known as rule

_given(text) := isms.parse({
	"policies/backup-policy.md": "# Backup policy\n\nEverything is copied each night, and a copy is restored as a test.\n",
	"policies/access-control-policy.md": "# Access control policy\n\nEverybody gets the access that the work takes.\n\n## Password standard\n\nPasswords have fourteen letters.\n",
	"policies/media-policy.md": sprintf("# Media policy\n\nDisks are wiped, see *Backup Policy*, the \"Access Control Policy\" and “Password Standard”. %s\n", [text]),
})

test_unknown if {
	found := rule.findings with input as _given("See also *Remote Working Policy*.")
	count(found) == 1
	some finding in found
	finding.message == "\"Remote Working Policy\" is named here, and no document, section or entry of a list was recognised by that title"
	finding.path == "policies/media-policy.md"
}

test_quiet if {
	every text in [
		"See also *Backup Policy*.",
		"See also *Company Backup Policy*.",
		"See also the Remote Working Policy.",
		"See also **Remote Working Policy**.",
		"See also *remote working policy*.",
		"See also *Remote Working*.",
		"See also *Remote Working Policy* and *Travel Policy*.",
	] {
		count(rule.findings) == 0 with input as _given(text)
	}
	count(rule.evidence) == 3 with input as _given("See also *Backup Policy*.")
}
