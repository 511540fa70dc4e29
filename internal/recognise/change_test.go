package recognise

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
)

// changeOf compares two trees given as text by path.
func changeOf(t *testing.T, base, head map[string]string) *isms.Change {
	t.Helper()
	state := func(files map[string]string) State {
		s := State{Texts: map[string]*syntax.Source{}}
		var parsed []File
		for path, text := range files {
			f := Parse(path, text)
			parsed, s.Texts[path] = append(parsed, f), f.Source
		}
		m, err := Model(t.Context(), parsed, Options{AsOf: "2026-11-24", Settings: &config.Settings{}, Exists: func(string) bool { return true }})
		if err != nil {
			t.Fatal(err)
		}
		s.Model = m
		return s
	}
	return Change(state(base), state(head), "main")
}

const before = `---
type: policy.topic
version: "1.0"
---
# Access policy

Staff **must** sign in with two factors. Shared accounts are
forbidden, except in the [workshop](workshop.md).

A lost key can open every door.

1. Access is reviewed once a quarter.
2. Leavers lose their access on the last day.

| Role | Keys |
|---|---|
| Guard | 3 |
| Cleaner | none |

## Version history

| Version | Date | Change |
|---|---|---|
| 1.0 | 2026-01-05 | First version |
`

// TestEditorial: what changes form and wording is no material change.
func TestEditorial(t *testing.T) {
	for name, edit := range map[string][2]string{
		"reflowed":           {"are\nforbidden, except", "are forbidden,\nexcept"},
		"markup":             {"**must**", "must"},
		"link target":        {"(workshop.md)", "(places/workshop.md#keys)"},
		"punctuation":        {"factors. Shared", "factors; shared"},
		"letter case":        {"Shared accounts", "SHARED accounts"},
		"bullets":            {"1. Access is", "1) Access is"},
		"table width":        {"| Guard | 3 |", "|Guard      |   3|"},
		"front matter":       {"type: policy.topic", "# reviewed\ntype: policy.topic"},
		"version history":    {"First version |", "First version |\n| 1.1 | 2026-11-05 | Keys |"},
		"spelling":           {"forbidden", "forbiden"},
		"changed places":     {"reviewed", "reveiwed"},
		"one word or two":    {"workshop](", "work shop]("},
		"an article":         {"Leavers lose their access on", "Leavers lose the access on"},
		"a description":      {"A lost key can open every door.", "A missing key can open every door."},
		"a heading":          {"# Access policy", "# Policy of access"},
		"list of links":      {"## Version", "- [Workshop](workshop.md)\n\n## Version"},
		"order":              {"1. Access is reviewed once a quarter.\n2. Leavers lose their access on the last day.", "1. Leavers lose their access on the last day.\n2. Access is reviewed once a quarter."},
		"sentence into item": {"A lost key can open every door.", "- A lost key can open every door."},
	} {
		t.Run(name, func(t *testing.T) {
			c := changeOf(t, map[string]string{"access.md": before}, map[string]string{"access.md": strings.Replace(before, edit[0], edit[1], 1)})
			for _, d := range c.Documents {
				for _, p := range d.Passages {
					if p.Material {
						t.Errorf("%s %s at %s: %q, was %q", p.How, p.Unit, p.Pos, p.Text, p.Was)
					}
				}
			}
		})
	}
}

// TestMaterial: what changes a demand is one passage, at its line and words.
func TestMaterial(t *testing.T) {
	for name, tt := range map[string]struct{ old, new, at string }{
		"a number":           {"with two factors", "with three factors", "7:29:7:34"},
		"an exception":       {"forbidden, except in", "forbidden, even in", "8:12:8:16"},
		"must and should":    {"**must** sign", "**should** sign", "7:9:7:15"},
		"a negation":         {"accounts are\nforbidden", "accounts are not\nforbidden", "7:62:7:65"},
		"behind a link":      {"workshop](workshop.md).", "workshop](workshop.md) and the hall.", "8:50:8:62"},
		"an item":            {"once a quarter", "once a year", "12:30:12:34"},
		"an item gone":       {"2. Leavers lose their access on the last day.\n", "", "12:30:12:37"},
		"an item more":       {"on the last day.\n", "on the last day.\n3. Guards keep the keys.\n", "14:4:14:24"},
		"a row":              {"| Guard | 3 |", "| Guard | 4 |", "17:11:17:12"},
		"a row gone":         {"| Cleaner | none |\n", "", "17:11:17:12"},
		"a sentence more":    {"every door.", "every door. Report it at once.", "10:33:10:50"},
		"how often, in text": {"A lost key can", "A lost key must", "10:12:10:16"},
	} {
		t.Run(name, func(t *testing.T) {
			after := strings.Replace(before, tt.old, tt.new, 1)
			c := changeOf(t, map[string]string{"access.md": before}, map[string]string{"access.md": after})
			if len(c.Documents) != 1 || len(c.Documents[0].Passages) != 1 {
				t.Fatalf("not one passage: %+v", c.Documents)
			}
			p := c.Documents[0].Passages[0]
			if !p.Material || p.Pos.String() != tt.at {
				t.Errorf("material %v at %s, want %s: %q", p.Material, p.Pos, tt.at, p.Text)
			}
		})
	}
}

// TestMovedDocument: a document under another path is the same one, by its id or
// by its text.
func TestMovedDocument(t *testing.T) {
	withID := strings.Replace(before, "version:", "id: POL-7\nversion:", 1)
	for name, tt := range map[string]struct{ base, head string }{
		"same text":  {before, strings.Replace(before, "once a quarter", "once a year", 1)},
		"same id":    {withID, "---\nid: POL-7\ntype: policy.topic\n---\n# Keys\n\nKeys must stay in the building.\n"},
		"only moved": {before, before},
	} {
		t.Run(name, func(t *testing.T) {
			c := changeOf(t, map[string]string{"access.md": tt.base}, map[string]string{"policies/keys.md": tt.head})
			if len(c.Documents) != 1 || c.Documents[0].How != isms.Moved || c.Documents[0].WasPath != "access.md" {
				t.Errorf("%+v", c.Documents)
			}
		})
	}
	c := changeOf(t, map[string]string{"access.md": before}, map[string]string{"lunch.md": "# Lunch\n\nThere is soup on Mondays and cake on Fridays.\n"})
	if len(c.Documents) != 2 {
		t.Errorf("another text is taken for the same document: %+v", c.Documents)
	}
}

// TestNothingChanged: two equal trees differ in nothing.
func TestNothingChanged(t *testing.T) {
	files := map[string]string{"access.md": before, "risks.yaml": "register: risks\nentries:\n  - {id: R-1, title: Fire}\n"}
	c := changeOf(t, files, files)
	if len(c.Documents)+len(c.Registers)+len(c.Criteria.Changes) > 0 {
		t.Errorf("%+v", c)
	}
}
