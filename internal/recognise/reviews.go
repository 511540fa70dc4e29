package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// minutesCandidates makes an entry of the register of management reviews of each
// record of one: a document of minutes, or a dated section of a running record.
func (p *page) minutesCandidates(docs []*isms.Document) []candidate {
	var out []candidate
	for _, d := range docs {
		if d.Type != "minutes.management-review" {
			continue
		}
		from, to := p.extent(d)
		spans := p.datedSections(from, to)
		if len(spans) == 0 {
			spans = [][2]int{{from, to}}
		}
		for _, span := range spans {
			if e, ok := p.minutes(d, span[0], span[1]); ok {
				out = append(out, candidate{kind: "reviews", signal: d.Signal, decided: true, path: p.path, section: d.Section,
					title: d.Title, why: d.Why, pos: d.Pos, colPos: d.Pos, endPos: e.Pos, header: registerHeader(d.Metadata),
					entries: []isms.Entry{e}, rows: 1, columns: columnsOf(&e)})
			}
		}
	}
	return out
}

func columnsOf(e *isms.Entry) []isms.Column {
	var out []isms.Column
	for _, f := range e.Fields {
		out = append(out, isms.Column{Field: f.Name, Header: f.Name, Path: e.Path, Pos: f.Pos})
	}
	return out
}

// extent is the run of sections of a document of the model.
func (p *page) extent(d *isms.Document) (from, to int) {
	if d.Section == "" {
		return 0, len(p.md.Sections)
	}
	for i := range p.md.Sections {
		if p.md.Sections[i].Slug == d.Section {
			return i, p.subtree[i]
		}
	}
	return 0, 0
}

// datedSections are the sections of a running record that are one review each:
// their headings hold a date and little else, and something stands below.
func (p *page) datedSections(from, to int) [][2]int {
	var out [][2]int
	title := p.titleSection()
	for i := from; i < to; i++ {
		s := &p.md.Sections[i]
		if i == title || s.Level == 0 {
			continue
		}
		d, ok := p.date(s.Heading)
		if !ok || d.From[:7] != d.Until[:7] {
			continue
		}
		hasParts := p.subtree[i]-i > 1
		isRecord := otherWords(s.Heading) <= 3 && (p.all[i].Words >= fewestWords || p.all[i].Rows > 0)
		if hasParts && d.From == d.Until || isRecord {
			out = append(out, [2]int{i, p.subtree[i]})
			i = p.subtree[i] - 1
		}
	}
	return out
}

// otherWords counts the words of a heading besides its date.
func otherWords(heading string) int {
	n := 0
	for _, w := range strings.Fields(normalise(heading)) {
		if vocab().months[w] == 0 && !strings.ContainsAny(w, "0123456789") {
			n++
		}
	}
	return n
}

// minutes reads one review from the words of its record. One with no date is the
// description of how reviews are done, not a review.
func (p *page) minutes(d *isms.Document, from, to int) (isms.Entry, bool) {
	e := isms.Entry{Place: isms.Place{Path: p.path, Pos: d.Pos}, Section: d.Section}
	if from > 0 {
		e.Pos, e.Section = toPos(p.md.Sections[from].HeadingRange), p.md.Sections[from].Slug
	}
	p.reviewFields(&e, from, to)
	e.Inputs = p.reviewInputs(from, to)
	p.reviewSections(&e, from, to)
	if fieldOf(e.Fields, "date") == nil {
		p.reviewDate(&e, d, from)
	}
	date := fieldOf(e.Fields, "date")
	if date == nil || date.Value == nil {
		return e, false
	}
	p.sharedAttendees(&e, d, from, to)
	p.reviewWords(&e, from, to)
	e.Label = dayOf(date)
	return e, true
}

// dayOf is a date as messages write it: the day, or what stands there where it
// is a month or year.
func dayOf(f *isms.Field) string {
	if d, ok := f.Value.(isms.Date); ok && d.From == d.Until {
		return d.From
	}
	return shorten(f.Raw)
}

// reviewFields reads date, participants and the like from the header's fields
// and those below the section.
func (p *page) reviewFields(e *isms.Entry, from, to int) {
	kind := p.v.kinds["reviews"]
	for i := range p.md.Fields {
		f := &p.md.Fields[i]
		if f.Section < from || f.Section >= to {
			continue
		}
		for _, part := range splitField(p.md.Source, f) {
			if name := p.v.column("reviews", part.Key); name != "" && fieldOf(e.Fields, name) == nil {
				e.Fields = append(e.Fields, p.field(specOf(kind, name), p.fieldCell(&part)))
			}
		}
	}
	if p.md.Front == nil || p.md.Front.Mapping == nil {
		return
	}
	for i := range p.md.Front.Mapping.Pairs {
		pair := &p.md.Front.Mapping.Pairs[i]
		if name := p.v.column("reviews", pair.Key); name != "" && fieldOf(e.Fields, name) == nil {
			e.Fields = append(e.Fields, p.field(specOf(kind, name), p.yamlCell(pair.Value)))
		}
	}
}

// reviewDate takes the date of the review from its heading, the title or the
// file's name: never from the date of the document itself, which tells when the
// text was last changed. A year alone is enough where something is recorded.
func (p *page) reviewDate(e *isms.Entry, d *isms.Document, from int) {
	texts := []string{d.Title, fileName(p.path)}
	if from > 0 {
		texts = append([]string{p.md.Sections[from].Heading}, texts...)
	}
	for _, text := range texts {
		if x, ok := p.date(text); ok {
			e.Fields = append(e.Fields, isms.Field{Name: "date", Raw: dateText(x), Value: x, Pos: e.Pos})
			return
		}
	}
	for _, text := range texts {
		if m := yearWord.FindStringSubmatch(text); m != nil && recordsSomething(e) {
			if x, ok := p.stretch(atoi(m[1]), 1, 12); ok {
				e.Fields = append(e.Fields, isms.Field{Name: "date", Raw: m[1], Value: x, Pos: e.Pos})
			}
			return
		}
	}
}

var yearWord = lazily(`(?:^|\D)(20\d{2})(?:\D|$)`)

// dateText is a date that was read from a longer text.
func dateText(d isms.Date) string {
	if d.From[:7] == d.Until[:7] && d.From != d.Until {
		return d.From[:7]
	}
	return d.From
}

// recordsSomething tells a record from a description or a blank form.
func recordsSomething(e *isms.Entry) bool {
	for _, name := range []string{"participants", "chair", "decisions", "actions", "conclusion"} {
		if f := fieldOf(e.Fields, name); f != nil && f.Value != nil {
			return true
		}
	}
	return false
}

// reviewSections fills participants, decisions, actions and conclusion from the
// headings of the record.
func (p *page) reviewSections(e *isms.Entry, from, to int) {
	for i := max(from, 1); i < to; i++ {
		if name := p.reviewPart(i); name != "" && fieldOf(e.Fields, name) == nil {
			e.Fields = append(e.Fields, p.sectionField(name, i))
		}
	}
}

// reviewPart is the field of a review that the heading of a section names.
func (p *page) reviewPart(i int) string {
	name := p.v.column("reviews", clausePrefix.ReplaceAllString(p.md.Sections[i].Heading, ""))
	switch name {
	case "date", "inputs_text", "id", "minutes", "period", "status", "due", "owner":
		return ""
	}
	return name
}

func (p *page) sectionField(name string, i int) isms.Field {
	kind := p.v.kinds["reviews"]
	f := p.field(specOf(kind, name), cell{text: p.sectionText(i), pos: toPos(p.md.Sections[i].HeadingRange)})
	if _, isPeople := f.Value.(isms.People); isPeople && strings.Contains(f.Raw, "___") {
		// A line to sign on names who ought to sign.
		f.Value = nil
	}
	return f
}

// sharedAttendees takes the participants of a running record from a section
// beside its reviews.
func (p *page) sharedAttendees(e *isms.Entry, d *isms.Document, from, to int) {
	if fieldOf(e.Fields, "participants") != nil || fieldOf(e.Fields, "chair") != nil {
		return
	}
	first, last := p.extent(d)
	for i := max(first, 1); i < last; i++ {
		if name := p.reviewPart(i); (i < from || i >= to) && (name == "participants" || name == "chair") {
			if f := p.sectionField(name, i); f.Value != nil {
				e.Fields = append(e.Fields, f)
				return
			}
		}
	}
}

// sectionText is what stands in a section and below it, tables included: only
// cells beyond the first of each row count, since the first ones are the labels
// of a form.
func (p *page) sectionText(i int) string {
	var parts []string
	for j := i; j < p.subtree[i]; j++ {
		for k := range p.md.Sections[j].Blocks {
			b := &p.md.Sections[j].Blocks[k]
			if b.Kind != markdown.Code && !p.isUnfilled(b.Text) {
				parts = append(parts, b.Text)
			}
		}
	}
	for k := range p.md.Tables {
		t := &p.md.Tables[k]
		if t.Section < i || t.Section >= p.subtree[i] {
			continue
		}
		for r := range t.Rows {
			if text := p.rowText(&t.Rows[r]); text != "" {
				parts = append(parts, text)
			}
		}
	}
	return strings.Join(parts, "\n")
}

func (p *page) rowText(row *syntax.Row) string {
	var parts []string
	for i := range row.Cells {
		if i > 0 || len(row.Cells) == 1 {
			if !p.isUnfilled(row.Cells[i].Text) {
				parts = append(parts, row.Cells[i].Text)
			}
		}
	}
	return strings.Join(parts, " ")
}
