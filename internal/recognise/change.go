package recognise

import (
	"path"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// State is one of the two states that a change lies between: what was recognised,
// and the texts of its files.
type State struct {
	Model *isms.Model
	Texts map[string]*syntax.Source
}

// comparison is two states that are being compared.
type comparison struct {
	*reader
	base, head State
	// changed are the paths whose texts differ or are in one state only.
	changed map[string]bool
	parsed  map[*syntax.Source]*markdown.Document
	out     *isms.Change
}

// Change says what differs between two states of an ISMS. Files whose text is the
// same are not looked into.
func Change(base, head State, revision string) *isms.Change {
	c := &comparison{
		reader: &reader{calendar: calendar{v: vocab()}, top: map[string]bool{}},
		base:   base, head: head, changed: map[string]bool{}, parsed: map[*syntax.Source]*markdown.Document{},
		out: &isms.Change{Base: revision},
	}
	for p, src := range head.Texts {
		if old := base.Texts[p]; old == nil || old.Text != src.Text {
			c.changed[p] = true
		}
	}
	for p := range base.Texts {
		if head.Texts[p] == nil {
			c.changed[p] = true
		}
	}
	if len(c.changed) > 0 {
		c.documents()
		c.registers()
		c.criteria()
	}
	return c.out
}

// documents compares the files that are documents.
func (c *comparison) documents() {
	before, after := c.wholes(c.base), c.wholes(c.head)
	var gone, came []*isms.Document
	for _, d := range before {
		if c.head.Texts[d.Path] == nil {
			gone = append(gone, d)
		}
	}
	for _, d := range after {
		if c.base.Texts[d.Path] == nil {
			came = append(came, d)
		}
	}
	from := c.moved(gone, came)
	known := map[string]*isms.Document{}
	for _, d := range before {
		known[d.Path] = d
	}
	for _, d := range after {
		old := known[d.Path]
		if was := from[d]; was != nil {
			old = was
		}
		c.document(old, d)
	}
	for _, d := range gone {
		if !isValue(from, d) {
			c.document(d, nil)
		}
	}
}

func isValue(from map[*isms.Document]*isms.Document, d *isms.Document) bool {
	for _, was := range from {
		if was == d {
			return true
		}
	}
	return false
}

// wholes are the changed files that are documents.
func (c *comparison) wholes(s State) []*isms.Document {
	var out []*isms.Document
	for _, d := range s.Model.Documents {
		if d.Section == "" && c.changed[d.Path] {
			out = append(out, d)
		}
	}
	return out
}

// moved finds for documents that came where they were: one with the same id, else
// one whose text is mostly the same.
func (c *comparison) moved(gone, came []*isms.Document) map[*isms.Document]*isms.Document {
	const mostly = 0.6
	from := map[*isms.Document]*isms.Document{}
	for _, d := range came {
		var best *isms.Document
		most := mostly
		for _, old := range gone {
			switch {
			case isValue(from, old) || path.Ext(old.Path) != path.Ext(d.Path):
			case d.ID != "" && d.ID == old.ID:
				best, most = old, 2
			default:
				if s := similarity(c.keys(c.base.Texts[old.Path]), c.keys(c.head.Texts[d.Path])); s > most {
					best, most = old, s
				}
			}
		}
		if best != nil {
			from[d] = best
		}
	}
	return from
}

// keys are the units of a text, for markdown, else its lines.
func (c *comparison) keys(src *syntax.Source) []string {
	if src == nil {
		return nil
	}
	if isProse(src.Path) {
		return unitKeys(unitsOf(c.markdown(src), c.reader))
	}
	return strings.Split(src.Text, "\n")
}

func isProse(p string) bool {
	switch strings.ToLower(path.Ext(p)) {
	case ".yaml", ".yml", ".csv", ".tsv":
		return false
	}
	return true
}

func (c *comparison) markdown(src *syntax.Source) *markdown.Document {
	md := c.parsed[src]
	if md == nil {
		md = markdown.Parse(src)
		c.parsed[src] = md
	}
	return md
}

func (c *comparison) document(before, after *isms.Document) {
	d := isms.DocumentChange{Before: before, After: after}
	switch {
	case after == nil:
		d.How, d.WasPath, d.Subject, d.Place = isms.Removed, before.Path, before.Subject, c.head.Model.Anchor
	case before == nil:
		d.How, d.Subject, d.Place = isms.Added, after.Subject, after.Place
	default:
		d.How, d.WasPath, d.Subject, d.Place = isms.Changed, before.Path, after.Subject, after.Place
		if before.Path != after.Path {
			d.How = isms.Moved
		}
		c.documentParts(&d)
	}
	c.out.Documents = append(c.out.Documents, d)
}

// documentParts compares the head, the history and the text of a document.
func (c *comparison) documentParts(d *isms.DocumentChange) {
	before, after := d.Before, d.After
	d.Fields = fieldsThatDiffer(before.Metadata, after.Metadata)
	d.HistoryAdded = historyAdded(before.History, after.History)
	if isProse(after.Path) && isProse(before.Path) {
		d.Passages = c.passagesOf(c.markdown(c.base.Texts[before.Path]), c.markdown(c.head.Texts[after.Path]))
	}
	if d.Material() {
		d.Dependents = c.dependents(d)
	}
	for i := range after.Metadata {
		d.Parts = append(d.Parts, isms.Part{Key: after.Metadata[i].Name, Pos: after.Metadata[i].Pos})
	}
}

func historyAdded(before, after []isms.Revision) bool {
	known := map[string]bool{}
	text := func(r *isms.Revision) string {
		var parts []string
		for i := range r.Fields {
			parts = append(parts, r.Fields[i].Name+"="+normalise(r.Fields[i].Raw))
		}
		return strings.Join(parts, ";")
	}
	for i := range before {
		known[text(&before[i])] = true
	}
	return slices.ContainsFunc(after, func(r isms.Revision) bool { return !known[text(&r)] }) && len(after) > len(before)
}

// fieldsThatDiffer are the names of fields that differ in more than form.
func fieldsThatDiffer(before, after []isms.Field) []string {
	var out []string
	seen := map[string]bool{}
	for _, list := range [][]isms.Field{before, after} {
		for i := range list {
			name := list[i].Name
			if seen[name] {
				continue
			}
			seen[name] = true
			if !sameField(fieldOf(before, name), fieldOf(after, name)) {
				out = append(out, name)
			}
		}
	}
	return out
}

func sameField(a, b *isms.Field) bool {
	if a == nil || b == nil {
		return a == b || a == nil && b.Raw == "" || b == nil && a.Raw == ""
	}
	if a.Raw == b.Raw || normalise(a.Raw) == normalise(b.Raw) {
		return true
	}
	switch x := a.Value.(type) {
	case isms.Text:
		return sameSpelling(wordsOf(a.Raw), wordsOf(b.Raw))
	case isms.Date:
		y, ok := b.Value.(isms.Date)
		return ok && x == y
	case isms.Enum, isms.Version, isms.Interval, isms.Number:
		return a.Value == b.Value
	}
	return false
}
