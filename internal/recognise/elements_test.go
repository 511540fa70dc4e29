package recognise

import "testing"

func TestLeadIn(t *testing.T) {
	for line, want := range map[string]string{
		"**Scope:** all systems":            "Scope:",
		"- **Responsibilities**: the team":  "Responsibilities",
		"1. **Purpose:** nothing is lost\n": "Purpose:",
		"**Scope:**":                        "",
		"**Scope** of the copies":           "",
		"The **scope:** is all":             "",
		"**Scope: all systems":              "",
		"no words in bold":                  "",
	} {
		if got := leadIn(line); got != want {
			t.Errorf("%q: %q, not %q", line, got, want)
		}
	}
}

func TestTopics(t *testing.T) {
	text := "---\nversion: 1.0\ndate: 2026-03-01\n---\n# Operations policy\n\nThe platform team runs all systems, day and night, and says here how it does that.\n\n" +
		"## Backup\n\nData are copied each night to another region.\n\n## Cryptography\n\n## Network security\n\n### Offices\n\nNetworks of the offices are kept apart.\n"
	docs := modelOfTexts(t, map[string]string{"policies/operations-policy.md": text}).Documents
	got := map[string]bool{}
	for _, topic := range docs[0].Topics {
		got[topic] = true
	}
	if !got["backup"] || got["cryptography"] {
		t.Errorf("got %v: a heading with text counts, one without does not", docs[0].Topics)
	}
}
