package markdown

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/ismslint/ismslint/internal/syntax"
)

// checker holds what is true of every document: ranges lie in the file, nest,
// and point at the text that they are of.
type checker struct {
	t   testing.TB
	doc *Document
}

func checkInvariants(t testing.TB, d *Document) {
	t.Helper()
	c := checker{t, d}
	c.sections()
	for i := range d.Tables {
		c.table(&d.Tables[i])
	}
	for _, f := range d.Fields {
		c.inSection(f.Section, f.Range, "field "+f.Key)
		c.inSection(f.Section, f.KeyRange, "key "+f.Key)
		c.holds(f.KeyRange, f.Key, "key")
		c.holds(f.Range, f.Value, "value of "+f.Key)
		if f.Key == "" {
			t.Errorf("%v: field without a key", f.KeyRange)
		}
	}
	for _, l := range d.Links {
		c.within(l.Range, "link")
		c.holds(l.Range, l.Text, "link")
	}
	for _, m := range d.Comments {
		c.within(m.Range, "comment")
		c.holds(m.Range, m.Text, "comment")
	}
	for _, p := range d.Problems {
		c.within(p.Range, "problem")
	}
}

func (c checker) sections() {
	slugs := map[string]bool{}
	if len(c.doc.Sections) == 0 || c.doc.Sections[0].Level != 0 || c.doc.Sections[0].Parent != -1 {
		c.t.Fatalf("the text before the first heading is missing")
	}
	for i, s := range c.doc.Sections {
		c.within(s.Range, "section")
		c.within(s.HeadingRange, "heading")
		if i > 0 && c.doc.Sections[i-1].Range.End != s.Range.Start {
			c.t.Errorf("section %d begins at %v, the one before ends at %v", i, s.Range.Start, c.doc.Sections[i-1].Range.End)
		}
		if s.Parent >= i || s.Parent >= 0 && c.doc.Sections[s.Parent].Level >= s.Level {
			c.t.Errorf("section %d has parent %d", i, s.Parent)
		}
		if i > 0 && slugs[s.Slug] {
			c.t.Errorf("slug %q is there twice", s.Slug)
		}
		slugs[s.Slug] = i > 0
		c.holds(s.HeadingRange, s.Heading, "heading")
		if !strings.Contains(s.Heading, s.Number) {
			c.t.Errorf("number %q is not in %q", s.Number, s.Heading)
		}
		for _, b := range s.Blocks {
			c.inSection(i, b.Range, "block")
			c.holds(b.Range, b.Text, "block")
		}
	}
}

func (c checker) table(t *Table) {
	c.inSection(t.Section, t.Range, "table")
	for i, row := range append([]syntax.Row{t.Header}, t.Rows...) {
		if !nests(t.Range, row.Range) {
			c.t.Errorf("row %v is not in its table %v", row.Range, t.Range)
		}
		if len(row.Cells) != len(t.Header.Cells)+row.Surplus {
			c.t.Errorf("%v: row %d has %d cells, %d surplus, header %d", row.Range, i, len(row.Cells), row.Surplus, len(t.Header.Cells))
		}
		for _, cell := range row.Cells {
			if !nests(row.Range, cell.Range) && !t.HTML {
				c.t.Errorf("cell %v is not in its row %v", cell.Range, row.Range)
			}
			c.within(cell.Range, "cell")
			c.holds(cell.Range, cell.Text, "cell")
		}
	}
}

func (c checker) within(r syntax.Range, what string) {
	end := c.doc.Source.Position(len(c.doc.Source.Text))
	if before(r.Start, syntax.Position{Line: 1, Column: 1}) || before(r.End, r.Start) || before(end, r.End) {
		c.t.Errorf("%s: range %v is not in the file", what, r)
	}
}

func (c checker) inSection(i int, r syntax.Range, what string) {
	c.within(r, what)
	if i < 0 || i >= len(c.doc.Sections) || !nests(c.doc.Sections[i].Range, r) {
		c.t.Errorf("%s: range %v is not in section %d", what, r, i)
	}
}

// holds checks that the letters and digits of a text stand, in their order, in
// the source at its range; entities may stand for some.
func (c checker) holds(r syntax.Range, text, what string) {
	raw := c.doc.Source.Slice(r)
	if strings.Contains(raw, "&") {
		raw += resolve(raw)
		if strings.Contains(raw, "&") && !subsequence(raw, text) {
			raw = resolve(c.doc.Source.Slice(r))
		}
	}
	if !subsequence(raw, text) {
		c.t.Errorf("%s: %q is not what stands at %v: %q", what, text, r, c.doc.Source.Slice(r))
	}
	if strings.TrimSpace(text) != "" && strings.TrimSpace(raw) == "" {
		c.t.Errorf("%s: nothing stands at %v", what, r)
	}
}

func subsequence(raw, text string) bool {
	want := []rune(text)
	at := 0
	for _, r := range raw {
		for at < len(want) && unicode.IsSpace(want[at]) {
			at++
		}
		if at < len(want) && want[at] == r {
			at++
		}
	}
	return strings.TrimSpace(string(want[at:])) == ""
}

func before(a, b syntax.Position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}

func nests(outer, inner syntax.Range) bool {
	return !before(inner.Start, outer.Start) && !before(outer.End, inner.End)
}

func TestInvariantsOfFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, path := range files {
		checkFile(t, path)
	}
}

func TestInvariantsOfCorpora(t *testing.T) {
	root := os.Getenv("ISMS_CORPORA")
	if root == "" {
		t.Skip("ISMS_CORPORA is not set")
	}
	n := 0
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(path, ".md") {
			n++
			checkFile(t, path)
		}
		return err
	})
	if err != nil || n == 0 {
		t.Fatalf("%d files, %v", n, err)
	}
	t.Logf("%d files", n)
}

func checkFile(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{string(data), strings.ReplaceAll(string(data), "\n", "\r\n"), strings.ReplaceAll(string(data), "\n", "\r")} {
		d := Parse(syntax.NewSource(path, strings.ToValidUTF8(strings.TrimPrefix(text, "\ufeff"), "\ufffd")))
		checkInvariants(t, d)
		if t.Failed() {
			t.Fatalf("in %s", path)
		}
	}
}
