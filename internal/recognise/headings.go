package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// fewestHeadings is how many headings with ids make a register: fewer are
// examples.
const fewestHeadings = 3

// headingCandidates are registers written as one heading for each entry, with
// bold lines below it.
func (p *page) headingCandidates() []candidate {
	kind, signal := p.headingKind()
	if kind == "" {
		return nil
	}
	sample := p.sampleSections()
	var at []int
	for i := range p.md.Sections {
		if !sample[i] && headingID(p.md.Sections[i].Heading) != "" {
			at = append(at, i)
		}
	}
	if len(at) < fewestHeadings {
		return nil
	}
	c := candidate{kind: kind, signal: signal, decided: true, path: p.path, title: p.doc.Title, header: p.headerFields(),
		why: p.doc.Why, rows: len(at), pos: toPos(p.md.Sections[at[0]].HeadingRange)}
	c.colPos = p.doc.Pos
	for _, i := range at {
		p.headingEntry(&c, i)
	}
	return []candidate{c}
}

// headingKind is the register that the document as a whole is.
func (p *page) headingKind() (string, isms.Signal) {
	k := p.v.registerOf(p.doc.Type)
	switch k {
	case "", "risk_criteria", "organization":
		return "", ""
	}
	return k, p.doc.Signal
}

func (p *page) headingEntry(c *candidate, i int) {
	s := &p.md.Sections[i]
	kind := p.v.kinds[c.kind]
	id := headingID(s.Heading)
	e := isms.Entry{Place: isms.Place{Path: p.path, Pos: toPos(s.HeadingRange)}, Section: s.Slug, Structured: true}
	if up := s.Parent; up > 0 && up != p.titleSection() {
		e.Group = p.md.Sections[up].Heading
	}
	e.Fields = append(e.Fields, isms.Field{Name: "id", Raw: id, Value: isms.Text(id), Pos: e.Pos})
	_, title, _ := strings.Cut(s.Heading, id)
	if title = strings.TrimLeft(title, " :–—-*."); title != "" && specOf(kind, "title").Label != "" {
		e.Fields = append(e.Fields, isms.Field{Name: "title", Raw: title, Value: isms.Text(title), Pos: e.Pos})
	}
	for j := range p.md.Fields {
		f := &p.md.Fields[j]
		if f.Section < i || f.Section >= p.subtree[i] {
			continue
		}
		for _, part := range splitField(p.md.Source, f) {
			p.headingField(c, &e, &part)
		}
	}
	p.subheadingFields(c, &e, i)
	c.endPos = e.Pos
	c.entries = append(c.entries, identify(kind, e)...)
}

func (p *page) headingField(c *candidate, e *isms.Entry, f *markdown.Field) {
	name := p.v.column(c.kind, f.Key)
	cell := p.fieldCell(f)
	if name == "" || fieldOf(e.Fields, name) != nil {
		if cell.text != "" {
			e.Other = append(e.Other, isms.OtherField{Header: f.Key, Text: cell.text, Pos: cell.pos})
		}
		return
	}
	c.addColumn(name, f.Key, p.path, toPos(f.KeyRange))
	e.Fields = append(e.Fields, p.field(specOf(p.v.kinds[c.kind], name), cell))
}

// subheadingFields reads headings below the entry's own that are names of
// fields, with the text below each as its value.
func (p *page) subheadingFields(c *candidate, e *isms.Entry, i int) {
	for j := i + 1; j < p.subtree[i]; j++ {
		s := &p.md.Sections[j]
		name := p.v.column(c.kind, s.Heading)
		if name == "" || fieldOf(e.Fields, name) != nil {
			continue
		}
		c.addColumn(name, s.Heading, p.path, toPos(s.HeadingRange))
		value := cell{pos: toPos(s.HeadingRange)}
		if len(s.Blocks) > 0 {
			value = cell{text: s.Blocks[0].Text, pos: toPos(s.Blocks[0].Range)}
		}
		e.Fields = append(e.Fields, p.field(specOf(p.v.kinds[c.kind], name), value))
	}
}

func (c *candidate) addColumn(field, header, file string, pos isms.Pos) {
	for i := range c.columns {
		if c.columns[i].Field == field {
			return
		}
	}
	c.columns = append(c.columns, isms.Column{Field: field, Header: header, Path: file, Pos: pos})
}
