package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/verdict"
)

func (tr *trial) metadata(l *label) {
	run, rest := tr.open(l.Path)
	i := slices.IndexFunc(run.model.Documents, func(d *isms.Document) bool { return d.Path == rest && d.Section == "" })
	for name, want := range l.Metadata {
		got, right := "absent", false
		if i >= 0 {
			got, right = tr.value(run, run.model.Documents[i], name, want)
		}
		tr.say(right, miss{l.Path + " " + name, fmt.Sprint(want), got}, "metadata", "metadata "+name)
	}
}

// value compares a field of the metadata; the text at its place has to be the
// text that it was read from.
func (tr *trial) value(run *run, d *isms.Document, name string, want anyOf) (string, bool) {
	k := slices.IndexFunc(d.Metadata, func(f isms.Field) bool { return f.Name == name })
	if k < 0 {
		return "absent", want.empty()
	}
	f := &d.Metadata[k]
	got := fmt.Sprintf("%q %T line %d", f.Raw, f.Value, f.Pos.Line)
	if f.Value == nil {
		return got + " no value", want.empty()
	}
	if date, ok := f.Value.(isms.Date); ok {
		return got + " " + date.Until, want.has(date.Until)
	}
	if !strings.Contains(simple(textAt(run.sources[d.Path], f.Pos)), simple(f.Raw)) {
		return got + ", at its place stands " + textAt(run.sources[d.Path], f.Pos), false
	}
	for _, w := range want {
		if w != "" && strings.Contains(simple(f.Raw), simple(w)) {
			return got, true
		}
	}
	return got, false
}

// simple leaves letters and digits of a text.
func simple(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" *_`\"'\n\t\\[]()-", r) {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

func textAt(src *syntax.Source, p isms.Pos) string {
	if src == nil || p.Line == 0 {
		return ""
	}
	if p.Line == p.EndLine {
		line := []rune(src.Line(p.Line))
		return string(line[min(p.Column-1, len(line)):min(p.EndColumn-1, len(line))])
	}
	var lines []string
	for n := p.Line; n <= p.EndLine; n++ {
		lines = append(lines, src.Line(n))
	}
	return strings.Join(lines, "\n")
}

func (tr *trial) folder(l *label) {
	run, _ := tr.open(l.Folder)
	m := run.model
	tr.say(m.Recognised == l.ISMS, miss{l.Folder, fmt.Sprintf("ISMS %v", l.ISMS), fmt.Sprintf("%v %s", m.Recognised, m.Why)}, "folders")
	if !l.ISMS {
		return
	}
	tr.say(m.Edition == l.Edition, miss{l.Folder + " edition", l.Edition, m.Edition + " " + m.EditionSignal}, "folders")
	r, err := rooms{}.check(context.Background(), request{path: filepath.Join(tr.dir, l.Folder), asOf: pinned}, func(string) {})
	if err != nil {
		tr.t.Fatal(err)
	}
	own := map[string]bool{} // clauses that have rules of their own
	for i := range r.Rules {
		if about := r.Rules[i].About; about != nil {
			own[about.Clause] = true
		}
	}
	for i := range r.Clauses {
		if own[r.Clauses[i].ID] {
			tr.clause(l, &r.Clauses[i])
		}
	}
}

// clause compares the evidence of a clause that has rules: there is some, and one
// piece of it stands at one of the best places.
func (tr *trial) clause(l *label, c *verdict.Clause) {
	decidable := false
	var places []string
	at := map[string]bool{}
	for _, a := range c.Activities {
		decidable = decidable || a.Verdict != verdict.NotDecidable
		for _, e := range a.Evidence {
			place := l.Folder + "/" + e.Path
			at[place] = true
			if e.Section != "" {
				place += "#" + e.Section
				at[place] = true
			}
			if !slices.Contains(places, place) {
				places = append(places, place)
			}
		}
	}
	want := l.Clauses[c.ID]
	if !decidable || c.Verdict == verdict.NotDecidable || len(want) == 0 {
		return
	}
	evidence := len(places) > 0
	right := evidence && (want.has("found") || want.has("partial")) || !evidence && want.has("none")
	m := miss{l.Folder + " " + c.ID, fmt.Sprint(want, " ", l.Places[c.ID]), fmt.Sprintf("%s, evidence at %d places %v", c.Verdict, len(places), places[:min(4, len(places))])}
	tr.say(right, m, "clauses")
	if !evidence || !right || len(l.Places[c.ID]) == 0 {
		return
	}
	placed := slices.ContainsFunc(l.Places[c.ID], func(place string) bool {
		file, _, _ := strings.Cut(place, "#")
		return at[place] || at[file]
	})
	tr.say(placed, m, "clauses, place")
}
