package recognise

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// looseTable is a table whose rows begin with ids: it may repeat entries of a
// register, as a summary or the top ten.
type looseTable struct {
	headers []string
	id      int // the column of ids
	rows    [][]cell
	// kind is the register that it is taken for, "" for none.
	kind string
}

const (
	mostLooseTables = 20
	mostLooseRows   = 200
)

// looseTables are the tables of a document that may repeat entries. A record of one
// day says what was so on that day, and repeats nothing.
func (p *page) looseTables(candidates []candidate) []looseTable {
	if ofOneDay(p.doc) {
		return nil
	}
	kinds := map[isms.Pos]string{}
	for i := range candidates {
		kinds[candidates[i].pos] = candidates[i].kind
	}
	var out []looseTable
	sample := p.sampleSections()
	for i := range p.md.Tables {
		t := &p.md.Tables[i]
		if sample[t.Section] || p.isHistory(i) || len(out) >= mostLooseTables {
			continue
		}
		for j := range min(2, len(t.Header.Cells)) {
			if !holdsIDs(&t.Table, j) {
				continue
			}
			out = append(out, p.looseTable(t, j, kinds[toPos(t.Header.Range)]))
			break
		}
	}
	return out
}

// ofOneDay says whether a document records what was so on its day.
func ofOneDay(d *isms.Document) bool {
	return d.Kind == "record" || d.Kind == "minutes" || d.Kind == "report"
}

func (p *page) looseTable(t *markdown.Table, id int, kind string) looseTable {
	loose := looseTable{headers: headerTexts(&t.Header), id: id, kind: kind}
	for i := range t.Rows[:min(len(t.Rows), mostLooseRows)] {
		var row []cell
		for j := range t.Rows[i].Cells {
			row = append(row, p.tableCell(&t.Rows[i].Cells[j]))
		}
		loose.rows = append(loose.rows, row)
	}
	return loose
}

// differing compares what repeats an entry with the entry.
func (b *builder) differing() []isms.Slip {
	holders := map[string][]*isms.Entry{}
	for _, reg := range b.model.Registers {
		if !reg.Decided || reg.Kind == "soa" || reg.Kind == "audits" || reg.Kind == "reviews" {
			continue
		}
		for i := range reg.Entries {
			if id := reg.Entries[i].ID; id != "" && strictID.FindString(id) == id {
				holders[id] = append(holders[id], &reg.Entries[i])
			}
		}
	}
	var found []isms.Slip
	if len(holders) == 0 {
		return nil
	}
	for i := range b.scans {
		s := &b.scans[i]
		if !s.counts() {
			continue
		}
		for j := range s.loose {
			found = append(found, b.differsFrom(s.path, &s.loose[j], holders)...)
		}
	}
	return found[:min(len(found), mostSlips)]
}

// differsFrom compares the rows of a table with the entries of one register.
func (b *builder) differsFrom(file string, t *looseTable, holders map[string][]*isms.Entry) []isms.Slip {
	var found []isms.Slip
	for _, row := range t.rows {
		if t.id >= len(row) {
			continue
		}
		entries := holders[strings.TrimSpace(row[t.id].text)]
		if len(entries) != 1 {
			continue
		}
		entry := entries[0]
		kind, _, _ := strings.Cut(entry.Subject, "/")
		there := b.rowOf(kind, t, row)
		if there == nil || entry.Path == file && entry.Pos.Line == row[t.id].pos.Line || !sameThing(there, entry) {
			continue
		}
		there.Path = file
		found = append(found, b.compare(b.registerOf(kind), there, entry)...)
	}
	return found
}

// rowOf reads a row as an entry of a kind, nil where its table is of another: it is
// taken for another register, or has columns that entries of the kind do not have.
func (b *builder) rowOf(kind string, t *looseTable, row []cell) *isms.Entry {
	if t.kind != "" && t.kind != kind || b.v.exactColumn(kind, t.headers[t.id]) != "id" {
		return nil
	}
	e := &isms.Entry{}
	strange := 0
	for j := range row {
		if j >= len(t.headers) || j == t.id {
			continue
		}
		name := b.v.exactColumn(kind, t.headers[j])
		if name == "" {
			strange++
			continue
		}
		e.Fields = append(e.Fields, b.field(specOf(b.v.kinds[kind], name), row[j]))
	}
	if strange > 1 || kind == "risks" && (fieldOf(e.Fields, "treatment_text") != nil || fieldOf(e.Fields, "due") != nil) {
		return nil
	}
	return e
}

// sameThing says whether two entries have one title, in full or shortened, or one of
// them none.
func sameThing(a, b *isms.Entry) bool {
	for _, name := range []string{"title", "name", "statement", "what", "description", "action", "role", "risk_title", "threat"} {
		x, y := fieldOf(a.Fields, name), fieldOf(b.Fields, name)
		if x == nil || y == nil || x.Raw == "" || y.Raw == "" {
			continue
		}
		s, t := strings.TrimRight(normalise(x.Raw), " "), normalise(y.Raw)
		return strings.HasPrefix(s, t) || strings.HasPrefix(t, s)
	}
	return true
}

// compare is the first field in which a repeated entry and the entry differ.
// Fields that are written in several ways are compared only where both are read.
func (b *builder) compare(reg *isms.Register, there, entry *isms.Entry) []isms.Slip {
	for i := range there.Fields {
		f := &there.Fields[i]
		g := fieldOf(entry.Fields, f.Name)
		if g == nil || f.Raw == "" || g.Raw == "" || !b.differs(f, g, entry) {
			continue
		}
		return []isms.Slip{{
			Place: isms.Place{Path: there.Path, Pos: f.Pos}, Subject: entry.Subject, Title: reg.Title, Label: entry.Label, Field: f.Name,
			Here: shorten(f.Raw), There: shorten(g.Raw), Other: isms.Place{Path: entry.Path, Pos: g.Pos},
		}}
	}
	return nil
}

// unfinished are the states of something that is still to be done.
var unfinished = map[isms.Enum]bool{"open": true, "in-progress": true, "identified": true, "assessed": true, "in-treatment": true, "draft": true}

func (b *builder) differs(f, g *isms.Field, entry *isms.Entry) bool {
	switch x := f.Value.(type) {
	case isms.Enum:
		y, ok := g.Value.(isms.Enum)
		if ok && f.Name == "status" {
			return unfinished[x] != unfinished[y]
		}
		return ok && x != y
	case isms.Date:
		y, ok := g.Value.(isms.Date)
		return ok && dueLike[f.Name] && (x.From > y.Until || x.Until < y.From)
	case isms.People:
		return f.Name == "owner" && b.areOthers(f.Raw, g.Raw)
	case isms.Level:
		return levelsDiffer(f, g, entry)
	}
	return false
}

// areOthers says whether the register of roles knows both and they are not the same.
func (b *builder) areOthers(x, y string) bool {
	if b.ids == nil {
		b.ids = b.peopleIDs()
	}
	known := func(raw string) (ids []string) {
		for _, key := range b.peopleIn(raw).Keys {
			ids = append(ids, b.ids[key]...)
		}
		return ids
	}
	here, there := known(x), known(y)
	return len(here) > 0 && len(there) > 0 && !slices.ContainsFunc(here, func(id string) bool { return slices.Contains(there, id) })
}

// dueLike are dates of which there is one: the others may be of another event.
var dueLike = map[string]bool{"due": true, "raised_on": true, "occurred_on": true, "closed_on": true, "done_on": true, "expires_on": true, "identified_on": true}

// levelsDiffer compares two levels as words, or as numbers. A word that the entry
// has at another stage is taken for that stage.
func levelsDiffer(f, g *isms.Field, entry *isms.Entry) bool {
	here, there := normalise(f.Raw), normalise(g.Raw)
	if hasDigit(here) != hasDigit(there) || strings.Contains(here, there) || strings.Contains(there, here) {
		return false
	}
	return !slices.ContainsFunc(entry.Fields, func(other isms.Field) bool {
		_, isLevel := other.Value.(isms.Level)
		return isLevel && normalise(other.Raw) == here
	})
}

func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }
