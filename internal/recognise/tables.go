package recognise

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/internal/isms"
	"github.com/ismslint/ismslint/internal/syntax"
	"github.com/ismslint/ismslint/internal/syntax/markdown"
)

// tableCandidates are the tables of a markdown document that may be registers.
func (p *page) tableCandidates() []candidate {
	var out []candidate
	sample := p.sampleSections()
	for i := range p.md.Tables {
		t := &p.md.Tables[i]
		if p.isHistory(i) || sample[t.Section] || len(t.Header.Cells) < 2 || p.isTally(t) {
			continue
		}
		headers := headerTexts(&t.Header)
		kind, signal, decided := p.tableKind(t, headers)
		if kind == "" || len(headers) < 3 && (!decided || kind == "soa") {
			continue
		}
		fields := p.v.tableFields(kind, &t.Table, headers)
		if decided {
			fields = p.v.namedFields(kind, &t.Table, headers)
		}
		c := p.rowsCandidate(p.path, p.md.Source, kind, &t.Table, headers, fields)
		c.signal, c.decided = signal, decided
		s := &p.md.Sections[t.Section]
		c.section, c.title = s.Slug, s.Heading
		if c.title == "" {
			c.title = p.doc.Title
		}
		c.header = p.headerFields()
		c.why = cmp.Or(p.ignored(t.Section), p.doc.Why)
		out = append(out, c)
	}
	return p.groupByHeading(out)
}

func headerTexts(row *syntax.Row) []string {
	texts := make([]string, len(row.Cells))
	for i := range row.Cells {
		texts[i] = row.Cells[i].Text
	}
	return texts
}

// tableKind says which register a table is: by the headings above it, from the
// nearest up, by the document's type, or by its columns alone. A signal counts
// only where the columns fit.
func (p *page) tableKind(t *markdown.Table, headers []string) (kind string, signal isms.Signal, decided bool) {
	for up := t.Section; up > 0; up = p.md.Sections[up].Parent {
		if k := p.v.registerOf(p.all[up].Type); k != "" && p.v.fitsNamed(k, &t.Table, headers) {
			if p.declared[up] != nil {
				return k, isms.SignalDeclared, true
			}
			return k, isms.SignalHeading, true
		}
	}
	if k := p.v.registerOf(p.doc.Type); k != "" && p.v.fitsNamed(k, &t.Table, headers) {
		return k, p.doc.Signal, true
	}
	if k := p.v.byContent(&t.Table, headers); k != "" {
		return k, isms.SignalColumns, k == "documents" && p.listsFiles(t)
	}
	return "", "", false
}

// byContent is the kind of a table that nothing else names: a table that decides
// on controls is told by the ids in its cells, others by their columns alone.
func (v *vocabulary) byContent(t *syntax.Table, headers []string) string {
	if controlColumn(t) >= 0 && v.fits("soa", v.tableFields("soa", t, headers)) {
		return "soa"
	}
	return v.byColumns(headers)
}

// headerFields are those fields of the document's header that a register has as
// a whole: of its metadata, and of front matter that documents do not have.
func (p *page) headerFields() []isms.Field {
	out := registerHeader(p.doc.Metadata)
	if p.md.Front == nil || p.md.Front.Mapping == nil {
		return out
	}
	for i := range p.md.Front.Mapping.Pairs {
		pair := &p.md.Front.Mapping.Pairs[i]
		if spec := headerSpecs()[pair.Key]; spec.Name != "" && fieldOf(out, spec.Name) == nil {
			out = append(out, p.field(spec, p.yamlCell(pair.Value)))
		}
	}
	return out
}

func registerHeader(metadata []isms.Field) []isms.Field {
	var out []isms.Field
	for _, f := range metadata {
		if headerSpecs()[f.Name].Name != "" {
			out = append(out, f)
		}
	}
	return out
}

func (r *reader) tableCell(src *syntax.Source, c *syntax.Cell) cell {
	return cell{text: c.Text, pos: toPos(c.Range), links: c.Links, src: src, start: src.Offset(c.Range.Start)}
}

// rowsCandidate reads the rows of a table of markdown or CSV.
func (r *reader) rowsCandidate(file string, src *syntax.Source, kind string, t *syntax.Table, headers, fields []string) candidate {
	c := candidate{kind: kind, path: file, pos: toPos(t.Header.Range), colPos: toPos(t.Header.Range), rows: len(t.Rows)}
	for i, f := range fields {
		c.columns = append(c.columns, isms.Column{Field: f, Header: headers[i], Path: file, Pos: toPos(t.Header.Cells[i].Range)})
	}
	rr := rowReader{reader: r, src: src, path: file, kind: r.v.kinds[kind], fields: fields, headers: headers}
	for i := range t.Rows {
		c.endPos = toPos(t.Rows[i].Range)
		rr.row(&t.Rows[i], &c)
	}
	if c.endPos.IsZero() {
		c.endPos = c.colPos
	}
	return c
}

// tableFields are the fields of a table's columns.
func (v *vocabulary) tableFields(kind string, t *syntax.Table, headers []string) []string {
	if kind == "soa" {
		if j := controlColumn(t); j >= 0 {
			headers = slices.Clone(headers)
			headers[j] = "id"
			for i := range headers {
				if i != j && v.columns[kind][normalise(headers[i])] == "id" {
					headers[i] = "documents"
				}
			}
		}
	}
	fields := v.mapColumns(kind, headers)
	if kind == "treatments" && !slices.Contains(fields, "risks") {
		// The column "Risk" holds the risk's id as often as its title.
		if j := slices.Index(fields, "risk_title"); j >= 0 && holdsIDs(t, j) {
			fields[j] = "risks"
		}
	}
	return fields
}

// holdsIDs says whether most cells of a column are ids and nothing else.
func holdsIDs(t *syntax.Table, column int) bool {
	ids, filled := 0, 0
	for i := range t.Rows {
		if column >= len(t.Rows[i].Cells) || isBlank(t.Rows[i].Cells[column].Text) {
			continue
		}
		filled++
		text := strings.TrimSpace(t.Rows[i].Cells[column].Text)
		if at := idToken.FindStringIndex(text); at != nil && at[0] == 0 && at[1] == len(text) {
			ids++
		}
	}
	return ids*2 > filled
}

// controlColumn is the column that holds the ids of controls, whatever its header
// is called: "Control" and "Reference" are used for an id, a name and a document
// alike. -1 where no column does.
func controlColumn(t *syntax.Table) int {
	best, most := -1, 0
	for j := range t.Header.Cells {
		n := 0
		for i := range t.Rows {
			if j < len(t.Rows[i].Cells) {
				if text := t.Rows[i].Cells[j].Text; startsWithControl(text) {
					n++
				}
			}
		}
		if n > most {
			best, most = j, n
		}
	}
	if most*2 < len(t.Rows) {
		return -1
	}
	return best
}

func startsWithControl(text string) bool {
	found := findControls(text, true)
	return len(found) > 0 && found[0].start < 4
}

// rowReader reads the rows of one table.
type rowReader struct {
	*reader
	src     *syntax.Source
	path    string
	kind    *isms.RegisterKind
	fields  []string
	headers []string
	group   string
}

func (r *rowReader) row(row *syntax.Row, c *candidate) {
	filled, first := 0, -1
	for i := range row.Cells {
		if !r.isUnfilled(row.Cells[i].Text) {
			filled++
			if first < 0 {
				first = i
			}
		}
	}
	if filled == 0 {
		return
	}
	if filled == 1 && len(r.fields) > 2 && r.isGroupRow(&row.Cells[first]) {
		r.group = row.Cells[first].Text
		return
	}
	e := isms.Entry{Place: isms.Place{Path: r.path, Pos: toPos(row.Range)}, Group: r.group, Structured: true}
	for i := range row.Cells {
		cell := r.tableCell(r.src, &row.Cells[i])
		if i >= len(r.fields) {
			continue
		}
		if r.fields[i] == "" {
			if cell.text != "" {
				e.Other = append(e.Other, isms.OtherField{Header: r.headers[i], Text: cell.text, Pos: cell.pos})
			}
			continue
		}
		e.Fields = append(e.Fields, r.field(specOf(r.kind, r.fields[i]), cell))
	}
	if r.isForm(&e) || r.continues(&e, c) || r.kind.ID == "soa" && len(c.entries) >= mostControls {
		return
	}
	c.entries = append(c.entries, identify(r.kind, e)...)
}

// mostControls bounds the entries of one table of controls: a row may name a
// range of them.
const mostControls = 5000

// isGroupRow tells a heading inside a table from a row that lost its cells.
func (r *rowReader) isGroupRow(c *syntax.Cell) bool {
	raw := r.src.Slice(c.Range)
	return strings.HasPrefix(raw, "**") || strings.HasPrefix(raw, "__") || len(findControls(c.Text, true)) != 1 && headingID(c.Text) == ""
}

// isForm tells a blank row of a form: nothing but an id and a status.
func (r *rowReader) isForm(e *isms.Entry) bool {
	if len(e.Other) > 0 || len(r.fields) < 4 {
		return false
	}
	said := 0
	for i := range e.Fields {
		f := &e.Fields[i]
		if f.Name != "id" && f.Name != "status" && f.Raw != "" && !r.isUnfilled(f.Raw) {
			said++
		}
	}
	return said == 0
}

// continues says whether the row has an id column, no id, and stands below an
// entry: it goes on with that entry.
func (r *rowReader) continues(e *isms.Entry, c *candidate) bool {
	id := fieldOf(e.Fields, "id")
	if id == nil || id.Raw != "" || len(c.entries) == 0 || r.kind.ID == "reviews" {
		return false
	}
	title := fieldOf(e.Fields, "title")
	return title == nil || title.Raw == ""
}

// groupByHeading gives the entries of a table the heading above it as their
// group where several tables of one kind stand in the document.
func (p *page) groupByHeading(list []candidate) []candidate {
	count := map[string]int{}
	for i := range list {
		count[list[i].kind]++
	}
	for i := range list {
		if count[list[i].kind] < 2 {
			continue
		}
		for j := range list[i].entries {
			if list[i].entries[j].Group == "" {
				list[i].entries[j].Group = list[i].title
			}
		}
	}
	return list
}

func specOf(kind *isms.RegisterKind, name string) isms.FieldSpec {
	for _, f := range kind.Fields {
		if f.Name == name {
			return f
		}
	}
	return isms.FieldSpec{Name: name, Type: isms.TypeText}
}

// identify gives an entry its id, label and subject. A row of a SoA that decides
// on a range of controls becomes one entry for each.
func identify(kind *isms.RegisterKind, e isms.Entry) []isms.Entry {
	id := fieldOf(e.Fields, "id")
	if kind.ID != "soa" {
		if id != nil {
			e.ID = strings.TrimSpace(id.Raw)
		}
		e.Label = labelOf(&e)
		return []isms.Entry{e}
	}
	if id == nil {
		return nil
	}
	found := findControls(id.Raw, true)
	if len(found) == 0 {
		e.ID, e.Label = strings.TrimSpace(id.Raw), strings.TrimSpace(id.Raw)
		return []isms.Entry{e}
	}
	var out []isms.Entry
	for _, c := range found {
		if c.edition != found[0].edition {
			// The id of the other edition beside it is a mapping.
			continue
		}
		one := e
		one.ID, one.Label = c.id, controlLabel(c)
		out = append(out, one)
	}
	return out
}

// controlLabel is the id as the document writes it: with "A." or without.
func controlLabel(c foundControl) string {
	if c.prefixed && !strings.HasPrefix(c.id, "A.") {
		return "A." + c.id
	}
	if !c.prefixed {
		return strings.TrimPrefix(c.id, "A.")
	}
	return c.id
}

// labelOf is what a message calls an entry: its id, else its title, else what
// its first field says.
func labelOf(e *isms.Entry) string {
	if e.ID != "" {
		return e.ID
	}
	for _, name := range []string{"title", "name", "risk_title", "statement", "action", "topic", "date"} {
		if f := fieldOf(e.Fields, name); f != nil && f.Raw != "" {
			return shorten(f.Raw)
		}
	}
	for i := range e.Fields {
		if e.Fields[i].Raw != "" {
			return shorten(e.Fields[i].Raw)
		}
	}
	return ""
}

func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 48 {
		return strings.TrimSpace(string(r[:47])) + "…"
	}
	return s
}
