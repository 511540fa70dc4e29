package recognise

import (
	"context"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
)

var everything = []string{"isms", "documents", "metadata", "sections", "registers", "entries", "criteria"}

// eachTree runs a test on the trees of the fixtures, on testdata/complete and on
// the folders of ISMS_CORPORA.
func eachTree(t *testing.T, test func(t *testing.T, files tree)) {
	for _, name := range fixtures(t) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(name), func(t *testing.T) { test(t, treeOf(archive)) })
	}
	roots := []string{"../../testdata/complete"}
	if corpora := os.Getenv("ISMS_CORPORA"); corpora != "" {
		more, err := filepath.Glob(filepath.Join(corpora, "*/"))
		if err != nil {
			t.Fatal(err)
		}
		roots = append(roots, more...)
	}
	for _, root := range roots {
		t.Run(filepath.Base(root), func(t *testing.T) { test(t, readTree(t, root)) })
	}
}

func readTree(t testing.TB, root string) tree {
	t.Helper()
	files := tree{}
	err := filepath.WalkDir(root, func(p string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !entry.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, p)
		files[filepath.ToSlash(rel)] = strings.ToValidUTF8(string(b), "\uFFFD")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestOrderDoesNotMatter(t *testing.T) {
	eachTree(t, func(t *testing.T, files tree) {
		first := files.model(t)
		parsed := files.parsed()
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(parsed), func(i, j int) { parsed[i], parsed[j] = parsed[j], parsed[i] })
		o := files.options(t)
		o.Jobs = 4
		second, err := Model(context.Background(), parsed, o)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, second); diff != "" {
			t.Errorf("another order, another model:\n%s", diff)
		}
	})
}

func TestLineEndsDoNotMatter(t *testing.T) {
	eachTree(t, func(t *testing.T, files tree) {
		windows := tree{}
		for name, text := range files {
			windows[name] = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
		}
		if diff := cmp.Diff(show(everything, files.model(t)), show(everything, windows.model(t))); diff != "" {
			t.Errorf("CRLF makes another model:\n%s", diff)
		}
	})
}

// TestPositions holds that every position lies in its file, and that the text of
// a field stands at its position.
func TestPositions(t *testing.T) {
	eachTree(t, func(t *testing.T, files tree) {
		c := positionCheck{T: t, sources: map[string]*syntax.Source{}}
		for name, text := range files {
			c.sources[name] = syntax.NewSource(name, text)
		}
		c.empty = len(files.parsed()) == 0
		c.model(files.model(t))
	})
}

type positionCheck struct {
	*testing.T
	sources map[string]*syntax.Source
	// empty is true where nothing is there that could have a place.
	empty bool
}

// within fails where a position does not lie in its file.
func (c *positionCheck) within(what, file string, p isms.Pos) string {
	c.Helper()
	src := c.sources[file]
	switch {
	case src == nil:
		c.Errorf("%s is in %q, which is no file", what, file)
		return ""
	case p.Line < 1 || p.Column < 1 || p.EndLine < p.Line || p.EndLine == p.Line && p.EndColumn < p.Column || p.EndLine > src.Lines():
		c.Errorf("%s: %s:%s is no range", what, file, p)
		return ""
	}
	for _, at := range [][2]int{{p.Line, p.Column}, {p.EndLine, p.EndColumn}} {
		if long := len([]rune(src.Line(at[0]))) + 1; at[1] > max(long, 2) {
			c.Errorf("%s: %s:%s: line %d ends at column %d", what, file, p, at[0], long)
		}
	}
	return src.Slice(syntax.Range{Start: syntax.Position{Line: p.Line, Column: p.Column}, End: syntax.Position{Line: p.EndLine, Column: p.EndColumn}})
}

func (c *positionCheck) place(what string, p isms.Place) {
	c.Helper()
	if p.Path == "" && c.empty {
		return
	}
	c.within(what, p.Path, p.Pos)
	for _, part := range p.Parts {
		c.within(what+"/"+part.Key, p.Path, part.Pos)
	}
}

func (c *positionCheck) fields(what, file string, fields []isms.Field, isText bool) {
	c.Helper()
	for i := range fields {
		f := &fields[i]
		name := what + "/" + f.Name
		text := c.within(name, file, f.Pos)
		for _, item := range f.Items {
			c.within(name, file, item)
		}
		if _, isDate := f.Value.(isms.Date); isText && !isDate && !holds(text, f.Raw) {
			c.Errorf("%s: %q does not stand at %s:%s, %q does", name, f.Raw, file, f.Pos, text)
		}
	}
}

// holds says whether the words of raw stand in the text in their order, whatever
// markup is between them.
func holds(text, raw string) bool {
	only := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	rest := strings.Join(only(text), " ")
	for _, w := range only(raw) {
		at := strings.Index(rest, w)
		if at < 0 {
			return false
		}
		rest = rest[at+len(w):]
	}
	return true
}

func (c *positionCheck) model(m *isms.Model) {
	c.place("anchor", m.Anchor)
	for _, d := range m.Documents {
		c.document(d)
	}
	for _, typ := range m.Types {
		c.place("type "+typ.ID, typ.Place)
		for _, a := range append(slices.Clone(typ.Items), typ.Others...) {
			c.place("type "+typ.ID, a.Place)
		}
	}
	for _, r := range m.Registers {
		c.register(r)
	}
	for _, scale := range []*isms.Scale{&m.Criteria.Likelihood, &m.Criteria.Consequence, &m.Criteria.Levels} {
		c.place("scale", scale.Place)
		for _, s := range scale.Steps {
			c.place("step "+s.Key, s.Place)
		}
	}
	c.place("criteria", m.Criteria.Place)
	for _, p := range m.Unreadable {
		c.place("problem", p.Place)
	}
}

func (c *positionCheck) document(d *isms.Document) {
	c.place(d.Subject, d.Place)
	c.fields(d.Subject, d.Path, d.Metadata, true)
	for _, r := range d.History {
		c.place(d.Subject+" history", r.Place)
		c.fields(d.Subject+" history", d.Path, r.Fields, true)
	}
	for _, x := range append(slices.Clone(d.Clauses), d.Controls...) {
		c.within(d.Subject+" cites "+x.ID, d.Path, x.Pos)
	}
	for _, s := range d.Sections {
		if text := c.within(d.Subject+"#"+s.Slug, d.Path, s.Pos); !holds(text, s.Number) {
			c.Errorf("%s: %q is not the heading %q", d.Subject, text, s.Heading)
		}
	}
	for _, x := range d.Cues {
		c.within(d.Subject+" cue "+x.Name, d.Path, x.Pos)
	}
	for _, l := range d.Links {
		c.within(d.Subject+" link", d.Path, l.Pos)
	}
	for _, p := range d.Placeholders {
		if text := c.within(d.Subject+" blank", d.Path, p.Pos); text != p.Text {
			c.Errorf("%s: the blank %q does not stand at %s, %q does", d.Subject, p.Text, p.Pos, text)
		}
	}
}

func (c *positionCheck) register(r *isms.Register) {
	c.place(r.Kind, r.Place)
	c.fields(r.Kind, r.Path, r.Header, true)
	for _, col := range r.Columns {
		c.within(r.Kind+" column "+col.Field, col.Path, col.Pos)
	}
	for _, a := range r.Possible {
		c.place(r.Kind+" possible", a.Place)
	}
	for _, s := range r.Statements {
		c.place(r.Kind+" statement", s.Place)
	}
	for i := range r.Entries {
		e := &r.Entries[i]
		c.place(e.Subject, e.Place)
		c.fields(e.Subject, e.Path, e.Fields, e.Structured && r.Kind != "reviews")
		for _, o := range e.Other {
			c.within(e.Subject+" "+o.Header, e.Path, o.Pos)
		}
		for _, in := range e.Inputs {
			c.within(e.Subject+" input "+in.Key, e.Path, in.Pos)
		}
	}
}

// mostTime bounds what a small tree may take.
const mostTime = 2 * time.Second

// FuzzModel makes small trees of pieces of the fixtures, cut, doubled and put
// under other names.
func FuzzModel(f *testing.F) {
	var names, pieces []string
	for _, name := range fixtures(f) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range slices.Sorted(maps.Keys(treeOf(archive))) {
			if name == "isms.yaml" {
				continue
			}
			names = append(names, name)
			pieces = append(pieces, strings.SplitAfter(treeOf(archive)[name], "\n\n")...)
		}
	}
	for seed := range uint64(40) {
		f.Add(seed, "")
	}
	f.Add(uint64(1), "| a |\n|---|\n| \x00 |")
	f.Fuzz(func(t *testing.T, seed uint64, extra string) {
		r := rand.New(rand.NewPCG(seed, 7))
		files := tree{}
		for range 1 + r.IntN(6) {
			var b strings.Builder
			for range 1 + r.IntN(8) {
				piece := pieces[r.IntN(len(pieces))]
				if r.IntN(4) == 0 {
					piece = piece[:r.IntN(len(piece)+1)]
				}
				b.WriteString(piece)
			}
			files[names[r.IntN(len(names))]] = strings.ToValidUTF8(b.String()+extra, "?")
		}
		start := time.Now()
		m := files.model(t)
		if took := time.Since(start); took > mostTime {
			t.Errorf("a small tree took %s", took)
		}
		c := positionCheck{T: t, sources: map[string]*syntax.Source{}}
		for name, text := range files {
			c.sources[name] = syntax.NewSource(name, text)
		}
		c.model(m)
	})
}
