package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// The floors of the field trial, in hundredths of what was labelled.
const (
	recognitionFloor = 95
	metadataFloor    = 95
	clauseFloor      = 90
)

// anyOf is a value or a list of equally defensible ones, as text.
type anyOf []string

func (a *anyOf) UnmarshalYAML(b []byte) error {
	var list []any
	if yaml.Unmarshal(b, &list) != nil {
		var one any
		if err := yaml.Unmarshal(b, &one); err != nil {
			return err
		}
		list = []any{one}
	}
	*a = nil
	for _, x := range list {
		if x == nil {
			x = ""
		}
		*a = append(*a, fmt.Sprint(x))
	}
	return nil
}

func (a anyOf) has(x string) bool { return slices.Contains(a, x) }

// empty says whether an empty value is right: the label is null.
func (a anyOf) empty() bool { return len(a) == 0 || a.has("") }

// label is one item of testdata/field-trial.yaml, whose head explains it.
type label struct {
	Folder  string
	ISMS    bool
	Edition string
	Clauses map[string]anyOf
	Places  map[string][]string

	Path    string
	Heading string
	At      int
	Line    int
	Pick    string
	Expect  *struct {
		Type, Register, Counts, Why anyOf
		Entries                     *int
	}
	Metadata map[string]anyOf
}

// miss is a label and what the tool said instead.
type miss struct{ where, want, got string }

type rate struct{ right, all int }

func (r rate) percent() float64 { return 100 * float64(r.right) / float64(max(r.all, 1)) }

// trial compares the labels with the models of the folders.
type trial struct {
	t       *testing.T
	dir     string
	runs    map[string]*run
	rates   map[string]*rate // by kind, "metadata", "drawn", "picked"
	misses  []miss
	wrongly []miss // no evidence, and counted
}

// TestFieldTrial replays the labels on the real repositories in ISMS_CORPORA.
func TestFieldTrial(t *testing.T) {
	dir := os.Getenv("ISMS_CORPORA")
	if dir == "" {
		t.Skip("SKIPPED: the field trial needs real repositories; ISMS_CORPORA names their folder")
	}
	text, err := os.ReadFile("../../testdata/field-trial.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var labels []label
	if err := yaml.Unmarshal(text, &labels); err != nil {
		t.Fatal(err)
	}
	tr := trial{t: t, dir: dir, runs: map[string]*run{}, rates: map[string]*rate{}}
	for i := range labels {
		tr.compare(&labels[i])
	}
	tr.print()
	tr.floor("recognition, drawn", recognitionFloor)
	tr.floor("recognition, all", recognitionFloor)
	tr.floor("metadata", metadataFloor)
	tr.floor("clauses", clauseFloor)
	tr.floor("folders", 100)
	for _, m := range tr.wrongly {
		t.Errorf("counted as evidence: %s: want %s, got %s", m.where, m.want, m.got)
	}
}

func (tr *trial) compare(l *label) {
	switch {
	case l.Folder != "":
		tr.folder(l)
	case l.Metadata != nil:
		tr.metadata(l)
	case l.Heading != "":
		tr.recognition(l, "sections", tr.section(l))
	case l.Line > 0:
		tr.recognition(l, "tables", tr.table(l))
	case filepath.Ext(l.Path) == ".md":
		tr.recognition(l, "documents", tr.document(l))
	default:
		tr.recognition(l, "YAML files", tr.yamlFile(l))
	}
}

func (tr *trial) floor(kind string, percent float64) {
	if r := tr.rates[kind]; r == nil || r.percent() < percent {
		tr.t.Errorf("%s: %.1f of 100 right, the floor is %.0f", kind, tr.rate(kind).percent(), percent)
	}
}

func (tr *trial) rate(kind string) *rate {
	if tr.rates[kind] == nil {
		tr.rates[kind] = &rate{}
	}
	return tr.rates[kind]
}

// say records the outcome of one comparison.
func (tr *trial) say(right bool, m miss, kinds ...string) {
	for _, kind := range kinds {
		r := tr.rate(kind)
		r.all++
		if right {
			r.right++
		}
	}
	if !right {
		m.where = kinds[0] + " " + m.where
		tr.misses = append(tr.misses, m)
	}
}

func (tr *trial) print() {
	kinds := make([]string, 0, len(tr.rates))
	for kind := range tr.rates {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	for _, kind := range kinds {
		r := tr.rates[kind]
		tr.t.Logf("%-28s %4d of %4d  %5.1f", kind, r.right, r.all, r.percent())
	}
	for _, m := range tr.misses {
		tr.t.Logf("MISS %s\n      want %s\n      got  %s", m.where, m.want, m.got)
	}
}

// open recognises the folder of a path, once, and gives the path within it.
func (tr *trial) open(file string) (*run, string) {
	tr.t.Helper()
	folder, rest, _ := strings.Cut(file, "/")
	if r := tr.runs[folder]; r != nil {
		return r, rest
	}
	r, err := openOne(request{path: filepath.Join(tr.dir, folder), asOf: pinned}, func(string) {})
	if err == nil {
		err = r.recognise(context.Background())
	}
	if err != nil {
		tr.t.Fatalf("%s: %v", folder, err)
	}
	tr.runs[folder] = r
	return r, rest
}

// found is what the tool says of a labelled item.
type found struct {
	what    string // a type, a register, none or possible
	counts  bool
	why     string
	entries int
}

func (tr *trial) recognition(l *label, kind string, f found) {
	want := l.Expect.Type
	if kind == "tables" || kind == "YAML files" {
		want = l.Expect.Register
	}
	right := want.has(f.what) && l.Expect.Counts.has(fmt.Sprint(f.counts))
	switch {
	case f.what == "possible":
		right = len(want) > 1 && (want.has("none") || want.has("possible"))
	case f.what == "none" && kind != "documents" && l.Expect.Counts.has("false"):
		// What does not count is in no register and no section of its own.
		right = true
	case l.Expect.Entries != nil && f.counts && f.entries != *l.Expect.Entries && (kind != "sections" || f.entries > 0):
		// The points of a list are no rows.
		right = false
	}
	m := miss{fmt.Sprintf("%s:%d", l.Path, max(l.Line, l.At, 1)), l.wanted(want), f.String()}
	picked := "recognition, drawn"
	if l.Pick == "reader" {
		picked = "recognition, picked"
	}
	tr.say(right, m, kind, "recognition, all", picked)
	if f.counts && !l.Expect.Counts.has("true") && (l.Expect.Why.has("template") || l.Expect.Why.has("plan") || l.Expect.Why.has("foreign")) {
		tr.wrongly = append(tr.wrongly, m)
	}
}

func (l *label) wanted(want anyOf) string {
	s := fmt.Sprintf("%v counts %v", want, l.Expect.Counts)
	if len(l.Expect.Why) > 0 {
		s += " " + strings.Join(l.Expect.Why, " ")
	}
	if l.Expect.Entries != nil {
		s += fmt.Sprintf(" entries %d", *l.Expect.Entries)
	}
	if l.Heading != "" {
		s += " #" + l.Heading
	}
	if l.Pick != "" {
		s += " (picked)"
	}
	return s
}

func (f found) String() string {
	s := fmt.Sprintf("%s counts %v", f.what, f.counts)
	if f.entries > 0 {
		s += fmt.Sprintf(" entries %d", f.entries)
	}
	if f.why != "" {
		s += ": " + f.why
	}
	return s
}
