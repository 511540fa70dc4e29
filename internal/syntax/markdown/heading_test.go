package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHeadings(t *testing.T) {
	tests := []struct {
		name, in, heading, number, slug, raw string
		level                                int
	}{
		{"ATX", "## Scope", "Scope", "", "scope", "Scope", 2},
		{"closed ATX", "## Scope ##", "Scope", "", "scope", "Scope", 2},
		{"setext 1", "Scope\n===", "Scope", "", "scope", "Scope", 1},
		{"setext 2", "Scope\nof it\n---", "Scope of it", "", "scope-of-it", "Scope\nof it", 2},
		{"empty", "##", "", "", "", "", 2},
		{"markup", "# The **ISMS** `v1`", "The ISMS v1", "", "the-isms-v1", "The **ISMS** `v1`", 1},
		{"emoji", "# 🎯 Purpose ⚙️", "Purpose", "", "-purpose-", "🎯 Purpose ⚙️", 1},
		{"keycap", "# 1️⃣ First", "First", "", "1-first", "1️⃣ First", 1},
		{"link", "# [Scope](a.md)", "Scope", "", "scope", "[Scope](a.md)", 1},
		{"anchor", "# Scope {#the-scope}", "Scope", "", "scope-the-scope", "Scope {#the-scope}", 1},
		{"punctuation", "# Roles & duties (draft): who?", "Roles & duties (draft): who?", "", "roles--duties-draft-who", "Roles & duties (draft): who?", 1},
		{"umlaut", "# Überprüfung_1 – A", "Überprüfung_1 – A", "", "überprüfung_1--a", "Überprüfung_1 – A", 1},
		{"HTML", "<h3 align=\"center\">The <i>scope</i></h3>", "The scope", "", "the-scope", "The <i>scope</i>", 3},
		{"HTML, lines", "<h1>\n  Scope\n</h1>", "Scope", "", "scope", "Scope", 1},
		{"HTML in a block", "<div>\n<h2>Scope &amp; aim</h2>\n</div>", "Scope & aim", "", "scope--aim", "Scope &amp; aim", 2},
		{"in a quote", "> # Scope", "Scope", "", "scope", "Scope", 1},
		{"number", "## 4.3 Scope", "4.3 Scope", "4.3", "43-scope", "4.3 Scope", 2},
		{"number and dot", "## 2.1.3. Scope", "2.1.3. Scope", "2.1.3", "213-scope", "2.1.3. Scope", 2},
		{"annex", "## A.5.1 Policies", "A.5.1 Policies", "A.5.1", "a51-policies", "A.5.1 Policies", 2},
		{"annex and dash", "# A.5 — Policies", "A.5 — Policies", "A.5", "a5--policies", "A.5 — Policies", 1},
		{"paragraph sign", "# § 6.1 Risks", "§ 6.1 Risks", "6.1", "-61-risks", "§ 6.1 Risks", 1},
		{"parenthesis", "# 1) Risks", "1) Risks", "1", "1-risks", "1) Risks", 1},
		{"single", "# 4 Risks", "4 Risks", "4", "4-risks", "4 Risks", 1},
		{"number alone", "# 6.1.2", "6.1.2", "6.1.2", "612", "6.1.2", 1},
		{"number and letter", "# 6.1.2.e Results", "6.1.2.e Results", "6.1.2.e", "612e-results", "6.1.2.e Results", 1},
		{"bold number", "# **7.5** Documents", "7.5 Documents", "7.5", "75-documents", "**7.5** Documents", 1},
		{"a year", "# 2026 review", "2026 review", "", "2026-review", "2026 review", 1},
		{"a count", "# 3-year plan", "3-year plan", "", "3-year-plan", "3-year plan", 1},
		{"a word with digits", "# ISO 27001", "ISO 27001", "", "iso-27001", "ISO 27001", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parse(test.in)
			if len(d.Sections) != 2 {
				t.Fatalf("%d sections", len(d.Sections))
			}
			s := d.Sections[1]
			got := []string{s.Heading, s.Number, s.Slug, d.Source.Slice(s.HeadingRange)}
			if diff := cmp.Diff([]string{test.heading, test.number, test.slug, test.raw}, got); diff != "" || s.Level != test.level {
				t.Errorf("level %d, (-want +got):\n%s", s.Level, diff)
			}
			checkInvariants(t, d)
		})
	}
}

func TestNoHeadings(t *testing.T) {
	for _, in := range []string{
		"**Scope**", "#Scope", "####### Scope", "```\n# Scope\n```", "    # Scope", "<!--\n# Scope\n-->", "a | b\n--- | ---", "---\ntitle: a\n---\n", "<h1>open",
		"title: a\n---\n",
	} {
		if d := parse(in); len(d.Sections) != 1 {
			t.Errorf("%q: %d sections", in, len(d.Sections)-1)
		}
	}
}

func TestParents(t *testing.T) {
	d := parse("### a\n# b\n### c\n## d\n#### e\n## f\n# g\n")
	var got []int
	for _, s := range d.Sections {
		got = append(got, s.Parent)
	}
	if diff := cmp.Diff([]int{-1, -1, -1, 2, 2, 4, 2, -1}, got); diff != "" {
		t.Error(diff)
	}
}

func TestUniqueSlugs(t *testing.T) {
	d := parse("# a\n# a\n# a-1\n# a\n# A!\n# a-1")
	var got []string
	for _, s := range d.Sections[1:] {
		got = append(got, s.Slug)
	}
	if diff := cmp.Diff([]string{"a", "a-1", "a-1-1", "a-2", "a-3", "a-1-2"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestTooMany(t *testing.T) {
	d := parse(strings.Repeat("# a\n", maxHeadings+5))
	if len(d.Sections) != maxHeadings+1 || len(d.Problems) != 1 {
		t.Errorf("%d sections, problems %v", len(d.Sections), d.Problems)
	}
	d = parse(strings.Repeat("> ", 40) + "a\n")
	if len(d.Problems) != 1 {
		t.Errorf("deep quotes: problems %v", d.Problems)
	}
	if d = parse(strings.Repeat("- ", 40) + "\n\n" + strings.Repeat("-", 90) + "\n"); len(d.Problems) != 0 {
		t.Errorf("thematic breaks: problems %v", d.Problems)
	}
}
