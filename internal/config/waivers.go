package config

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// Waiver is a decision not to act on findings of a rule at a place, until a day.
type Waiver struct {
	Rule, Place, Reason, Owner, Until, Risk string
	// At is where it was recorded, with the positions of its fields.
	At isms.Place
	// Inline is true for a comment. It covers the lines From to To of its file,
	// and Covers names them: the slug of a section, the first words of a line, ""
	// for the whole file.
	Inline   bool
	From, To int
	Covers   string
	// Fault is why it cannot be used, in words that complete "the waiver …"; "" for
	// one that can.
	Fault string
}

// Pos is where a field stands, else the whole waiver.
func (w *Waiver) Pos(field string) isms.Pos {
	for _, p := range w.At.Parts {
		if p.Key == field {
			return p.Pos
		}
	}
	return w.At.Pos
}

// Key is what a waiver has in common with itself in another state of the tree;
// its file and its end are compared apart.
func (w *Waiver) Key() string {
	what := w.Place
	if w.Inline {
		what = w.Covers
	}
	return w.Rule + "\x00" + what
}

// WaiversFile is the path of the waivers that belong to a folder.
func WaiversFile(dir string) string { return path.Join(dir, "waivers.yaml") }

// LoadWaivers reads waivers.yaml. What is wrong with the file is a Problems. A
// waiver that lacks something is no problem of the file: it waives nothing and
// says so.
func LoadWaivers(src *syntax.Source) ([]Waiver, error) {
	c := newCollector(src.Path)
	root, err := document(src, waiversSchema, c, lacking)
	if err != nil {
		return nil, err
	}
	var list []Waiver
	for i, n := range items(root.Get("waivers")) {
		w := Waiver{At: isms.Place{Path: src.Path, Pos: position(n.Range)}}
		for _, p := range n.Pairs {
			if field := w.field(p.Key); field != nil && text(p.Value) != "" {
				*field = strings.TrimSpace(text(p.Value))
				w.At.Parts = append(w.At.Parts, isms.Part{Key: p.Key, Pos: position(p.Value.Range)})
			}
		}
		if !doublestar.ValidatePattern(w.Place) {
			pattern(c, w.Place, n.Get("place").Range, []string{"waivers", strconv.Itoa(i), "place"})
		}
		w.Fault = w.lacks("place")
		list = append(list, w)
	}
	return list, c.err()
}

// lacking is what is said of a single waiver instead: a key that is not there, or
// says nothing.
func lacking(e *jsonschema.ValidationError) bool {
	switch e.ErrorKind.(type) {
	case *kind.Required, *kind.MinLength:
		return true
	}
	return false
}

// field is where the value of a key goes, nil for an unknown one.
func (w *Waiver) field(key string) *string {
	switch key {
	case "rule":
		return &w.Rule
	case "place":
		return &w.Place
	case "reason":
		return &w.Reason
	case "owner":
		return &w.Owner
	case "until":
		return &w.Until
	case "risk":
		return &w.Risk
	}
	return nil
}

// lacks says which of the required fields are not filled, "" for none.
func (w *Waiver) lacks(further ...string) string {
	var missing []string
	for _, key := range append([]string{"rule", "reason", "owner", "until"}, further...) {
		if *w.field(key) == "" {
			missing = append(missing, key)
		}
	}
	if len(missing) == 0 {
		return ""
	}
	return "has no " + strings.Join(missing, " and no ")
}

// isDate says whether a text is a day such as 2026-03-31.
func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// maxInline bounds the waivers in one file, maxInlineText the bytes of one.
const (
	maxInline     = 500
	maxInlineText = 4 << 10
)

// marker begins a comment that is a waiver.
const marker = "ismslint:waive"

// yamlComments are the comments of a YAML file, or of a stretch of a file.
func yamlComments(f *yaml.File) []syntax.Range {
	return slices.DeleteFunc(slices.Clone(f.Comments), func(r syntax.Range) bool {
		return !strings.Contains(f.Source.Line(r.Start.Line), marker)
	})
}
