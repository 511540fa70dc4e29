package recognise

import (
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
	"github.com/ismslint/ismslint/internal/syntax/yaml"
)

// headerLines is how far down a document's header reaches.
const headerLines = 60

// metadata reads what the document says of itself. Each field is taken from the
// strongest carrier that fills it.
func (p *page) metadata() []isms.Field {
	var fields []isms.Field
	if p.md.Front != nil {
		p.frontMatter(p.md.Front.Mapping, "", &fields, 0)
	}
	p.bodyFields(&fields)
	return fields
}

func (p *page) frontMatter(n *yaml.Node, prefix string, fields *[]isms.Field, depth int) {
	if n == nil || n.Kind != yaml.Mapping || depth > 2 {
		return
	}
	for i := range n.Pairs {
		pair := &n.Pairs[i]
		name := p.v.field(prefix + pair.Key)
		if name == "" && prefix != "" {
			name = p.v.field(pair.Key)
		}
		if name != "" {
			p.put(fields, name, p.yamlCell(pair.Value), markdown.CarrierFrontMatter)
		} else if pair.Value.Kind == yaml.Mapping {
			p.frontMatter(pair.Value, pair.Key+" ", fields, depth+1)
		}
	}
}

// yamlCell is a value of YAML as a cell.
func (r *reader) yamlCell(n *yaml.Node) cell {
	c := cell{text: n.Text, pos: toPos(n.Range)}
	switch n.Kind {
	case yaml.Sequence:
		var texts []string
		for _, item := range n.Items {
			part := r.yamlCell(item)
			c.items = append(c.items, part)
			texts = append(texts, part.text)
		}
		c.text = strings.Join(texts, ", ")
	case yaml.Mapping:
		var texts []string
		for _, pair := range n.Pairs {
			texts = append(texts, r.yamlCell(pair.Value).text)
		}
		c.text = strings.Join(texts, ", ")
	}
	return c
}

// bodyFields reads the fields of the header, then those of the footer.
func (p *page) bodyFields(fields *[]isms.Field) {
	for _, atEnd := range []bool{false, true} {
		for i := range p.md.Fields {
			f := &p.md.Fields[i]
			if f.AtEnd != atEnd || (!atEnd && f.KeyRange.Start.Line > headerLines+p.frontLines()) {
				continue
			}
			for _, part := range splitField(p.md.Source, f) {
				if name := p.v.field(part.Key); name != "" {
					p.ofPart = !f.AtEnd && f.Section > max(p.titleSection(), 0)
					p.put(fields, name, p.fieldCell(&part), f.Carrier)
				}
			}
		}
	}
}

func (p *page) frontLines() int {
	if p.md.Front == nil {
		return 0
	}
	return p.md.Front.Range.End.Line
}

func (p *page) fieldCell(f *markdown.Field) cell {
	return cell{text: f.Value, pos: toPos(f.Range), src: p.md.Source, start: p.md.Source.Offset(f.Range.Start)}
}

// mostPieces bounds how many fields stand on one line.
const mostPieces = 32

// splitField divides "CEO | Next Review: 2026-09-28 | Owner: CEO", where only the
// first key is bold, into its fields.
func splitField(src *syntax.Source, f *markdown.Field) []markdown.Field {
	pieces := strings.SplitN(f.Value, " | ", mostPieces)
	if len(pieces) == 1 {
		return []markdown.Field{*f}
	}
	first := *f
	first.Value = strings.TrimSpace(pieces[0])
	out := []markdown.Field{first}
	for _, piece := range pieces[1:] {
		key, value, ok := strings.Cut(piece, ":")
		if !ok || len(strings.Fields(key)) > 4 {
			continue
		}
		part := *f
		part.Key, part.Value = strings.TrimSpace(key), strings.TrimSpace(value)
		part.Range = within(src, f.Range, part.Value)
		out = append(out, part)
	}
	return out
}

// within is the range of a text inside another range, or that range.
func within(src *syntax.Source, r syntax.Range, text string) syntax.Range {
	start := src.Offset(r.Start)
	if at := strings.Index(src.Slice(r), text); at >= 0 && text != "" {
		return src.Range(start+at, start+at+len(text))
	}
	return r
}

// put adds a field unless a stronger carrier filled it.
func (p *page) put(fields *[]isms.Field, name string, c cell, carrier markdown.Carrier) {
	spec, ok := p.v.specs[name]
	if !ok {
		return
	}
	field := p.field(spec, c)
	field.Carrier = string(carrier)
	if name == "approved_by" && p.v.notApproved[normalise(field.Raw)] {
		field.Value = nil
	}
	old := fieldOf(*fields, name)
	if old != nil && !p.ofPart {
		p.differing(old, &field)
	}
	switch {
	case old == nil:
		if p.ofPart {
			p.partFields = append(p.partFields, name)
		}
		*fields = append(*fields, field)
	case old.Value == nil && field.Value != nil && old.Raw == "":
		*old = field
	}
}

func (p *page) carrier() string {
	for i := range p.doc.Metadata {
		if c := p.doc.Metadata[i].Carrier; c != "" {
			return c
		}
	}
	return ""
}

// historyFields are the columns of a version history.
var historyFields = map[string]string{
	"version": "version", "date": "date", "author": "author", "approved_by": "approved_by", "change": "change",
	"approved_on": "date", "status": "status",
}

// history reads the version history: the first table with a version and a date,
// or a version and a description of the change.
func (p *page) history() []isms.Revision {
	for i := range p.md.Tables {
		if columns := p.historyColumns(&p.md.Tables[i]); columns != nil {
			p.historyTable = i
			return p.revisions(&p.md.Tables[i], columns)
		}
	}
	return p.frontHistory()
}

// frontHistory reads the version history from a list in the front matter, each
// item with its date and a version or a description of the change.
func (p *page) frontHistory() []isms.Revision {
	if p.md.Front == nil || p.md.Front.Mapping == nil {
		return nil
	}
	for i := range p.md.Front.Mapping.Pairs {
		list := p.md.Front.Mapping.Pairs[i].Value
		var out []isms.Revision
		for _, item := range list.Items {
			if rev, ok := p.frontRevision(item); ok {
				out = append(out, rev)
			}
		}
		if len(out) > 0 && len(out) == len(list.Items) {
			return out
		}
	}
	return nil
}

func (p *page) frontRevision(item *yaml.Node) (isms.Revision, bool) {
	rev := isms.Revision{Place: isms.Place{Path: p.path, Pos: toPos(item.Range)}}
	seen := map[string]bool{}
	for i := range item.Pairs {
		pair := &item.Pairs[i]
		name := p.historyField(pair.Key)
		if name == "" || seen[name] {
			continue
		}
		seen[name] = true
		rev.Fields = append(rev.Fields, p.field(isms.FieldSpec{Name: name, Type: historySpecs[name]}, p.yamlCell(pair.Value)))
	}
	editorial(&rev)
	return rev, seen["date"] && (seen["version"] || seen["change"])
}

// historyField is the field of a version history that a header or key names.
func (p *page) historyField(header string) string {
	name := historyFields[p.v.field(header)]
	if name == "" && p.v.is("change", normalise(header)) {
		name = "change"
	}
	return name
}

// historyColumns are the fields of a table by their column, nil where it is no
// version history. One that begins with ids or titles lists other documents.
func (p *page) historyColumns(t *markdown.Table) map[int]string {
	columns := map[int]string{}
	seen := map[string]bool{}
	for j, h := range t.Header.Cells {
		field := p.v.field(h.Text)
		if j == 0 && (field == "title" || field == "id" || p.v.exactColumn("documents", h.Text) == "title") {
			return nil
		}
		name := p.historyField(h.Text)
		if name != "" && !seen[name] {
			columns[j], seen[name] = name, true
		}
	}
	n := len(t.Header.Cells)
	if !seen["version"] || !seen["date"] && !seen["change"] || n < 2 || n > 7 || len(columns)*2 <= n {
		return nil
	}
	return columns
}

var historySpecs = map[string]isms.FieldType{
	"version": isms.TypeVersion, "date": isms.TypeDate, "author": isms.TypePeople, "approved_by": isms.TypePeople,
	"change": isms.TypeText, "status": "enum:document_status",
}

func (p *page) revisions(t *markdown.Table, columns map[int]string) []isms.Revision {
	var out []isms.Revision
	for i := range t.Rows {
		row := &t.Rows[i]
		rev := isms.Revision{Place: isms.Place{Path: p.path, Pos: toPos(row.Range)}}
		filled := false
		for j := range row.Cells {
			name := columns[j]
			if name == "" {
				continue
			}
			f := p.field(isms.FieldSpec{Name: name, Type: historySpecs[name]}, p.tableCell(&row.Cells[j]))
			filled = filled || f.Value != nil
			rev.Fields = append(rev.Fields, f)
		}
		if filled {
			editorial(&rev)
			out = append(out, rev)
		}
	}
	return out
}

func (p *page) tableCell(c *syntax.Cell) cell {
	return cell{text: c.Text, pos: toPos(c.Range), links: c.Links, src: p.md.Source, start: p.md.Source.Offset(c.Range.Start)}
}

// fillFromHistory takes approver, date and version from the newest revision
// where the header does not say them.
func (p *page) fillFromHistory() {
	newest := newestRevision(p.doc.History)
	if newest == nil {
		return
	}
	for _, name := range []string{"version", "date", "approved_by", "author"} {
		f := fieldOf(newest.Fields, name)
		if f == nil || f.Value == nil || fieldOf(p.doc.Metadata, name) != nil {
			continue
		}
		copied := *f
		copied.Carrier = "version history"
		p.doc.Metadata = append(p.doc.Metadata, copied)
	}
}

// newestRevision is the last of the rows with the newest date, else the last row.
func newestRevision(history []isms.Revision) *isms.Revision {
	var newest *isms.Revision
	date := ""
	for i := range history {
		d := ""
		if f := fieldOf(history[i].Fields, "date"); f != nil {
			if x, ok := f.Value.(isms.Date); ok {
				d = x.Until
			}
		}
		if newest == nil || d >= date {
			newest, date = &history[i], d
		}
	}
	return newest
}

// addresses reads `isms.addresses` of the front matter: activities and the
// headings that show them.
func (p *page) addresses() []isms.DeclaredAddress {
	if p.md.Front == nil {
		return nil
	}
	n := p.md.Front.Mapping.Get("isms.addresses")
	if n == nil {
		n = p.md.Front.Mapping.Get("isms").Get("addresses")
	}
	if n == nil || n.Kind != yaml.Mapping {
		return nil
	}
	var out []isms.DeclaredAddress
	for i := range n.Pairs {
		a := isms.DeclaredAddress{Activity: n.Pairs[i].Key, Anchor: n.Pairs[i].Value.Text, Pos: toPos(n.Pairs[i].Value.Range)}
		slug := strings.TrimPrefix(a.Anchor, "#")
		for _, s := range p.doc.Sections {
			if s.Slug == slug && slug != "" {
				a.Section, a.Empty = slug, s.Empty
			}
		}
		out = append(out, a)
	}
	return out
}
