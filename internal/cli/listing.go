package cli

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/internal/catalogue"
	"github.com/ismslint/ismslint/internal/isms"
)

// What a listed item is.
const (
	isDocument = "document"
	isSection  = "section"
	isRegister = "register"
	isPossible = "possible register"
)

// listing is what `ismslint documents` prints.
type listing struct {
	// Recognised says whether the tree holds an ISMS; Why, why not.
	Recognised bool   `json:"recognised"`
	Why        string `json:"why,omitempty"`
	// ISMS are the folders where the tree holds several.
	ISMS  []string `json:"isms,omitempty"`
	Items []listed `json:"items"`
}

// listed is a document, section or register as it was taken.
type listed struct {
	Path      string `json:"path"`
	Section   string `json:"section,omitempty"`
	Line      int    `json:"line"`
	Is        string `json:"is"`
	Type      string `json:"type"`
	Title     string `json:"title,omitempty"`
	Signal    string `json:"signal,omitempty"`
	Certainty string `json:"certainty,omitempty"`
	Counts    bool   `json:"counts"`
	Entries   int    `json:"entries,omitempty"`
	Why       string `json:"why,omitempty"`
	// Declare is the line for documents: in isms.yaml that settles a doubt.
	Declare string `json:"declare,omitempty"`
}

func (p rooms) documents(ctx context.Context, r request, stage func(string)) (listing, error) {
	runs, err := p.recognised(ctx, r, stage)
	if err != nil {
		return listing{}, err
	}
	if len(runs) == 1 {
		return list(runs[0].model, runs[0].settings.Dir()), nil
	}
	all := listing{ISMS: rootsOf(runs)}
	for _, run := range runs {
		dir := run.model.Root
		if run.settings.Path != "" {
			dir = run.settings.Dir()
		}
		l := list(run.model, dir)
		all.Recognised, all.Items = all.Recognised || l.Recognised, append(all.Items, l.Items...)
	}
	return all, nil
}

// list makes the listing of a model; dir is the folder of isms.yaml.
func list(m *isms.Model, dir string) listing {
	l := listing{Recognised: m.Recognised, Why: m.Why, Items: []listed{}}
	doubts := map[string]int{} // of whole files; one that has a type counts as one
	for _, d := range m.Documents {
		i := listedDocument(d, dir)
		if i.Declare != "" || d.Section == "" && d.Type != "" && d.Evidence {
			doubts[d.Path]++
		}
		l.Items = append(l.Items, i)
	}
	for _, reg := range m.Registers {
		for i := range reg.Possible {
			doubts[reg.Possible[i].Path]++
		}
	}
	for _, reg := range m.Registers {
		l.Items = append(l.Items, listedRegisters(reg, dir, doubts)...)
	}
	slices.SortStableFunc(l.Items, func(a, b listed) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line))
	})
	return l
}

func listedDocument(d *isms.Document, dir string) listed {
	i := listed{
		Path: d.Path, Section: d.Section, Line: d.Pos.Line, Is: isDocument, Type: d.Type, Title: d.Title,
		Signal: string(d.Signal), Certainty: string(d.Certainty), Counts: d.Evidence && d.Type != "", Why: d.Why,
	}
	switch {
	case d.Section != "":
		i.Is = isSection
	case d.Type == "" && d.Why == "":
		i.Certainty = ""
		if guess := guessed(d); guess != "" {
			i.Why = "no type was decided, and it speaks of what an ISMS has"
			i.Declare = declaration(d.Path, dir, guess)
		}
	case d.Type == "":
		i.Certainty = ""
	case !i.Counts && d.Signal != isms.SignalDeclared && !d.Stub:
		i.Declare = declaration(d.Path, dir, d.Type)
	}
	return i
}

// fewestHints is how many sections at least name a type where the document itself
// has none, for it to be doubtful.
const fewestHints = 2

// guessed is the type that a document without one most likely has: by the clauses
// that its header names, else by what most of its headings name. "" where it does
// not look like a part of an ISMS.
func guessed(d *isms.Document) string {
	for i := range d.Clauses {
		for _, t := range catalogue.DocumentTypes() {
			if d.Clauses[i].Declared && slices.Contains(t.Clauses, d.Clauses[i].ID) {
				return t.ID
			}
		}
	}
	if len(d.Controls) > 0 {
		return "policy.topic"
	}
	count := map[string]int{}
	best, all := "", 0
	for i := range d.Sections {
		if t := d.Sections[i].Type; t != "" {
			all++
			if count[t]++; count[t] > count[best] {
				best = t
			}
		}
	}
	if all < fewestHints {
		return ""
	}
	return best
}

// listedRegisters are a register and what may be one. Where there is more in the
// file than that, the line is on its section: the document stays what it is.
func listedRegisters(reg *isms.Register, dir string, doubts map[string]int) []listed {
	var out []listed
	if reg.State != isms.Absent {
		out = append(out, listed{
			Path: reg.Path, Line: reg.Pos.Line, Is: isRegister, Type: reg.Kind, Title: reg.Title, Signal: string(reg.Signal),
			Certainty: string(isms.Decides), Counts: reg.State == isms.Present, Entries: len(reg.Entries), Why: stateWords[reg.State],
		})
	}
	for _, a := range reg.Possible {
		i := listed{
			Path: a.Path, Section: a.Section, Line: a.Pos.Line, Is: isPossible, Type: reg.Kind, Title: a.Title,
			Signal: string(a.Signal), Certainty: string(a.Certainty), Why: a.Why,
		}
		switch t := holder(reg.Kind); {
		case t == "":
		case doubts[a.Path] == 1:
			i.Declare = declaration(a.Path, dir, t)
		case a.Section != "":
			i.Declare = declaration(a.Path+"#"+a.Section, dir, t)
		}
		out = append(out, i)
	}
	return out
}

var stateWords = map[isms.State]string{
	isms.Unreadable: "it could not be read",
	isms.Empty:      "it has no filled entry",
}

// holder is the first document type that holds a register.
func holder(kind string) string {
	for _, t := range catalogue.DocumentTypes() {
		if t.Register == kind {
			return t.ID
		}
	}
	return ""
}

// declaration is a line for documents: in isms.yaml; its patterns are relative to
// the folder of that file.
func declaration(file, dir, typ string) string {
	if dir != "" {
		if rel, ok := strings.CutPrefix(file, dir+"/"); ok {
			file = rel
		}
	}
	return strconv.Quote(literal(path.Clean(file))) + ": " + typ
}

// literal writes a path as a pattern that only it matches.
func literal(file string) string {
	return strings.NewReplacer("*", `\*`, "?", `\?`, "[", `\[`, "{", `\{`).Replace(file)
}
