package recognise

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/ismslint/ismslint/internal/config"
	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
)

var update = flag.Bool("update", false, "write what was recognised into testdata/*.txtar")

const want = "want"

// TestRecognised compares what is recognised in testdata/*.txtar with its part
// "want". The comment says on lines of their own what is shown: "show: isms
// documents metadata registers entries criteria sections".
func TestRecognised(t *testing.T) {
	for _, name := range fixtures(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := show(shown(archive.Comment), treeOf(archive).model(t))
			i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == want })
			if *update {
				if i < 0 {
					i, archive.Files = len(archive.Files), append(archive.Files, txtar.File{Name: want})
				}
				archive.Files[i].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if i < 0 {
				t.Fatalf("%s has no part %q", name, want)
			}
			if diff := cmp.Diff(string(archive.Files[i].Data), got); diff != "" {
				t.Errorf("%s (-want +got); if it is right: go test ./internal/recognise -update\n%s", name, diff)
			}
		})
	}
}

func fixtures(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	return names
}

func shown(comment []byte) []string {
	for line := range strings.Lines(string(comment)) {
		if list, ok := strings.CutPrefix(line, "show: "); ok {
			return strings.Fields(list)
		}
	}
	return []string{"documents"}
}

// tree is a repository of a test: texts by path.
type tree map[string]string

func treeOf(a *txtar.Archive) tree {
	files := tree{}
	for _, f := range a.Files {
		if f.Name != want {
			files[f.Name] = string(f.Data)
		}
	}
	return files
}

func (files tree) parsed() []File {
	var out []File
	for name, text := range files {
		switch filepath.Ext(name) {
		case ".md", ".yaml", ".yml", ".csv":
			out = append(out, Parse(name, text))
		}
	}
	slices.SortFunc(out, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return out
}

func (files tree) options(t testing.TB) Options {
	t.Helper()
	o := Options{AsOf: "2026-11-24", Settings: &config.Settings{}, Jobs: 1}
	o.Exists = func(p string) bool { _, ok := files[p]; return ok }
	if text, ok := files["isms.yaml"]; ok {
		s, err := config.Load(syntax.NewSource("isms.yaml", text), config.Known{})
		if err != nil {
			t.Fatal(err)
		}
		o.Settings = s
	}
	return o
}

func (files tree) model(t testing.TB) *isms.Model {
	t.Helper()
	m, err := Model(context.Background(), files.parsed(), files.options(t))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// show writes parts of a model, one line for each thing.
func show(parts []string, m *isms.Model) string {
	var b bytes.Buffer
	has := func(part string) bool { return slices.Contains(parts, part) }
	if has("isms") {
		fmt.Fprintf(&b, "isms %v root %q anchor %s edition %s, %s\n", m.Recognised, m.Root, m.Anchor.Path, m.Edition, m.EditionSignal)
		if m.Why != "" {
			fmt.Fprintf(&b, "  %s\n", m.Why)
		}
	}
	if has("documents") || has("metadata") || has("sections") {
		for _, d := range m.Documents {
			showDocument(&b, d, has)
		}
	}
	if has("registers") || has("entries") {
		for _, r := range m.Registers {
			if r.State != isms.Absent || len(r.Possible) > 0 {
				showRegister(&b, r, has("entries"))
			}
		}
	}
	if has("criteria") {
		showCriteria(&b, &m.Criteria)
	}
	if has("slips") {
		showSlips(&b, &m.Slips)
	}
	for _, p := range m.Unreadable {
		fmt.Fprintf(&b, "problem %s:%d %s\n", p.Path, p.Pos.Line, p.Message)
	}
	for _, p := range m.Differ {
		fmt.Fprintf(&b, "differ %s:%d %s; %d: %s\n", p.Path, p.Pos.Line, p.Message, p.Related[0].Pos.Line, p.Related[0].Message)
	}
	return b.String()
}

func showSlips(b *bytes.Buffer, s *isms.Slips) {
	for _, l := range []struct {
		name  string
		slips []isms.Slip
	}{{"ragged", s.Ragged}, {"total", s.Totals}, {"date", s.Dates}, {"count", s.Counts}, {"differing", s.Differing}, {"unknown", s.Unknown}, {"durations", s.Durations}} {
		for _, x := range l.slips {
			fmt.Fprintf(b, "%s %s:%d:%d %q %q", l.name, x.Path, x.Pos.Line, x.Pos.Column, x.Title, x.Label)
			if x.Said != x.Counted {
				fmt.Fprintf(b, " said %v counted %v", x.Said, x.Counted)
			}
			if x.Here != "" {
				fmt.Fprintf(b, " %s here %q there %q %s:%d", x.Field, x.Here, x.There, x.Other.Path, x.Other.Pos.Line)
			}
			fmt.Fprintln(b)
		}
	}
}

func showDocument(b *bytes.Buffer, d *isms.Document, has func(string) bool) {
	name := d.Path
	if d.Section != "" {
		name += "#" + d.Section
	}
	typ := or(d.Type, "no type")
	if d.Topic != "" {
		typ += "/" + d.Topic
	}
	fmt.Fprintf(b, "%s: %s", name, typ)
	if d.Signal != "" {
		fmt.Fprintf(b, " by %s", d.Signal)
	}
	if !d.Evidence {
		fmt.Fprintf(b, ", no evidence: %s", d.Why)
	}
	fmt.Fprintln(b)
	if has("metadata") && d.Section == "" {
		fmt.Fprintf(b, "  title %q language %q date %q\n", d.Title, d.Language, d.Date)
		for _, f := range d.Metadata {
			fmt.Fprintf(b, "  %s %s (%s)\n", f.Name, showField(&f), f.Carrier)
		}
		for _, r := range d.History {
			fmt.Fprintf(b, "  history %d:%s\n", r.Pos.Line, showFields(r.Fields))
		}
		for _, c := range append(slices.Clone(d.Clauses), d.Controls...) {
			fmt.Fprintf(b, "  cites %s %d:%d declared %v\n", c.ID, c.Pos.Line, c.Pos.Column, c.Declared)
		}
	}
	if has("sections") && d.Section == "" {
		for _, s := range d.Sections {
			fmt.Fprintf(b, "  %d #%s %q type %q clauses %v words %d items %d rows %d blanks %d empty %v\n",
				s.Pos.Line, s.Slug, s.Heading, s.Type, s.Clauses, s.Words, s.Items, s.Rows, s.Placeholders, s.Empty)
		}
	}
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func showRegister(b *bytes.Buffer, r *isms.Register, entries bool) {
	fmt.Fprintf(b, "%s: %s", r.Kind, r.State)
	if r.State != isms.Absent {
		fmt.Fprintf(b, " %s:%d by %s, %q, %d entries", r.Path, r.Pos.Line, r.Signal, r.Title, len(r.Entries))
	}
	fmt.Fprintln(b)
	var columns []string
	for _, c := range r.Columns {
		columns = append(columns, fmt.Sprintf("%s=%s", c.Header, c.Field))
	}
	if len(columns) > 0 {
		fmt.Fprintf(b, "  columns %s\n", strings.Join(columns, " | "))
	}
	for _, d := range r.Duplicates {
		fmt.Fprintf(b, "  duplicate %s %v\n", d.ID, d.Entries)
	}
	for _, p := range r.Possible {
		fmt.Fprintf(b, "  possible %s:%d %q: %s\n", p.Path, p.Pos.Line, p.Title, p.Why)
	}
	if !entries {
		return
	}
	for i := range r.Entries {
		e := &r.Entries[i]
		fmt.Fprintf(b, "  %s [%s] %s:%d", e.Subject, e.Label, e.Path, e.Pos.Line)
		if e.Group != "" {
			fmt.Fprintf(b, " in %q", e.Group)
		}
		fmt.Fprintf(b, "%s\n", showFields(e.Fields))
	}
}

func showFields(fields []isms.Field) string {
	var b strings.Builder
	for i := range fields {
		fmt.Fprintf(&b, " %s=%s", fields[i].Name, showField(&fields[i]))
	}
	return b.String()
}

// showField writes what was read, or what was written in quotes where nothing
// was.
func showField(f *isms.Field) string {
	switch v := f.Value.(type) {
	case nil:
		return fmt.Sprintf("nothing(%q)", f.Raw)
	case isms.Date:
		if v.From == v.Until {
			return v.From
		}
		return v.From + ".." + v.Until
	case isms.Interval:
		return fmt.Sprintf("P%dM%dD", v.Months, v.Days)
	case isms.People:
		top := ""
		if v.Top {
			top = "!"
		}
		return strings.Join(v.Keys, "+") + top
	case isms.Refs:
		var out []string
		for _, r := range v {
			out = append(out, or(r.ID, or(r.Path, "?"+r.Raw)))
		}
		return strings.Join(out, "+")
	case isms.Controls:
		var out []string
		for _, c := range v {
			out = append(out, c.ID)
		}
		return strings.Join(out, "+")
	case isms.Level:
		number := ""
		if v.Number != nil {
			number = formatNumber(*v.Number)
		}
		return fmt.Sprintf("<%s %d %s>", v.Step, v.Rank, number)
	case isms.Number:
		return formatNumber(float64(v))
	case isms.Text:
		return fmt.Sprintf("%q", shorten(string(v)))
	default:
		return fmt.Sprint(v)
	}
}

func showCriteria(b *bytes.Buffer, c *isms.Criteria) {
	fmt.Fprintf(b, "criteria %s %s:%d version %q combination %q complete %v ordered %v acceptance known %v column %v\n",
		c.State, c.Path, c.Pos.Line, c.Version, c.Combination, c.Complete, c.Ordered, c.AcceptanceKnown, c.AcceptanceColumn)
	for _, scale := range []struct {
		name string
		of   *isms.Scale
	}{{"likelihood", &c.Likelihood}, {"consequence", &c.Consequence}, {"levels", &c.Levels}} {
		fmt.Fprintf(b, "  %s %s\n", scale.name, scale.of.State)
		for _, s := range scale.of.Steps {
			bounds := ""
			if s.Min != nil {
				bounds += " from " + formatNumber(*s.Min)
			}
			if s.Max != nil {
				bounds += " to " + formatNumber(*s.Max)
			}
			fmt.Fprintf(b, "    %s %q rank %d meaning %q%s %s\n", s.Key, s.Label, s.Rank, s.Meaning, bounds, s.Acceptance)
		}
	}
	for _, x := range c.Cells {
		score := ""
		if x.Score != nil {
			score = " " + formatNumber(*x.Score)
		}
		fmt.Fprintf(b, "  %s x %s = %s%s\n", x.Likelihood, x.Consequence, x.Level, score)
	}
}
