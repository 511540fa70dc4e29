package markdown

import (
	"sort"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/ismslint/ismslint/internal/syntax"
)

// html reads an HTML block: its headings, its tables, and the text between.
func (w *walker) html(n *ast.HTMLBlock) {
	lines := n.Lines()
	if n.HasClosure() {
		all := text.NewSegments()
		all.AppendAll(lines.Sliced(0, lines.Len()))
		all.Append(n.ClosureLine)
		lines = all
	}
	if lines.Len() == 0 {
		return
	}
	f := newFlow(w.source, lines)
	in := w.scanBlock(f, modeHTML)
	at := 0
	for i := 0; i < len(in.tags); i++ {
		t := in.tags[i]
		if t.closing || t.start < at {
			continue
		}
		switch {
		case t.name == "table":
			w.htmlText(in, at, t.start)
			at = w.htmlTable(in, i)
		case len(t.name) == 2 && t.name[0] == 'h' && t.name[1] >= '1' && t.name[1] <= '6':
			if shut := closing(in.tags, i); shut != nil {
				w.htmlText(in, at, t.start)
				from, to := trimSpace(f.text, t.end, shut.start)
				if w.addSection(int(t.name[1]-'0'), f.offset(t.start)) {
					w.nameSection(in, from, to)
				}
				at = shut.end
			}
		}
	}
	w.htmlText(in, at, len(f.text))
}

// closing is the tag that closes the tag at i; headings do not nest.
func closing(tags []tag, i int) *tag {
	for j := i + 1; j < len(tags) && j < i+200; j++ {
		if tags[j].name == tags[i].name {
			if tags[j].closing {
				return &tags[j]
			}
			return nil
		}
	}
	return nil
}

func (w *walker) htmlText(in *inline, from, to int) {
	from, to = trimSpace(in.flow.text, from, max(from, to))
	if visible := in.read(from, to); visible != "" {
		w.block(Block{Kind: HTML, Text: visible, Range: w.rangeOf(in.flow, from, to)})
	}
}

// htmlTable reads the table that begins with tag i and returns the index of
// the text after it. A table with blank lines runs on past its HTML block.
func (w *walker) htmlTable(in *inline, i int) int {
	if end := tableEnd(in.tags, i); end >= 0 {
		w.addHTMLTable(in, in.tags[i:end+1])
		return in.tags[end].end
	}
	start := in.flow.offset(in.tags[i].start)
	rest := w.source[start:min(len(w.source), start+maxHTMLTable)]
	stop := strings.Index(rest, "</table>")
	if heading := strings.Index(rest, "\n#"); heading >= 0 && (stop < 0 || heading < stop) {
		stop = -1
	}
	if stop < 0 {
		w.addHTMLTable(in, in.tags[i:])
		return len(in.flow.text)
	}
	w.skip = start + stop + len("</table>")
	whole := w.scanBlock(sliceFlow(w.source, start, w.skip), modeMarkdown)
	w.addHTMLTable(whole, whole.tags)
	return len(in.flow.text)
}

const (
	maxHTMLTable = 1 << 20
	maxSpan      = 1000
)

func tableEnd(tags []tag, i int) int {
	depth := 0
	for j := i; j < len(tags); j++ {
		if tags[j].name != "table" {
			continue
		}
		if !tags[j].closing {
			depth++
		} else if depth--; depth == 0 {
			return j
		}
	}
	return -1
}

// grid collects the rows of an HTML table.
type grid struct {
	w       *walker
	in      *inline
	rows    []syntax.Row
	row     int // where the open row begins, -1 for none
	cell    *tag
	current []syntax.Cell
	carried map[int]span // cells of rows above that reach down, by column
}

type span struct {
	cell syntax.Cell
	rows int
}

func (w *walker) addHTMLTable(in *inline, tags []tag) {
	if len(tags) == 0 {
		return
	}
	g := &grid{w: w, in: in, row: -1, carried: map[int]span{}}
	depth := 0
	for i := range tags {
		if tags[i].name == "table" {
			if tags[i].closing {
				depth--
			} else {
				depth++
			}
		}
		if depth == 1 {
			g.take(&tags[i])
		}
	}
	end := tags[len(tags)-1]
	stop := end.start
	if end.name != "table" || !end.closing {
		stop = len(in.flow.text)
	}
	g.endRow(stop)
	if len(g.rows) == 0 {
		return
	}
	t := Table{Section: len(w.doc.Sections) - 1, HTML: true}
	t.Header = g.rows[0]
	t.Range = w.rangeOf(in.flow, tags[0].start, max(end.end, stop))
	t.Rows = g.squared(len(t.Header.Cells))
	w.doc.Tables = append(w.doc.Tables, t)
	w.tableFields(&w.doc.Tables[len(w.doc.Tables)-1])
}

// take reads one tag of the table itself.
func (g *grid) take(t *tag) {
	switch t.name {
	case "tr", "thead", "tbody", "tfoot":
		g.endRow(t.start)
		if t.name == "tr" && !t.closing {
			g.row = t.start
		}
	case "td", "th":
		g.endCell(t.start)
		if !t.closing {
			if g.row < 0 {
				g.row = t.start
			}
			g.cell = t
		}
	}
}

// endCell adds the open cell, as often as it spans columns.
func (g *grid) endCell(end int) {
	if g.cell == nil {
		return
	}
	t := g.cell
	g.cell = nil
	from, to := trimSpace(g.in.flow.text, t.end, end)
	if from == to {
		from, to = t.end, end
	}
	c := syntax.Cell{
		Text:   g.in.read(from, to),
		Links:  targets(g.in, from, to),
		Struck: struckIn(g.in, from, to),
		Range:  g.w.rangeOf(g.in.flow, from, to),
	}
	g.carry()
	rows := number(t, "rowspan")
	for range number(t, "colspan") {
		g.add(c, rows)
	}
}

func (g *grid) add(c syntax.Cell, rows int) {
	if len(g.current) >= maxColumns || g.w.cells <= 0 {
		return
	}
	g.w.cells--
	if rows > 1 {
		g.carried[len(g.current)] = span{cell: c, rows: rows - 1}
	}
	g.current = append(g.current, c)
}

// carry fills in cells that reach down from the rows above.
func (g *grid) carry() {
	for {
		s, ok := g.carried[len(g.current)]
		if !ok {
			return
		}
		if s.rows--; s.rows > 0 {
			g.carried[len(g.current)] = s
		} else {
			delete(g.carried, len(g.current))
		}
		before := len(g.current)
		g.add(s.cell, 0)
		if len(g.current) == before {
			return
		}
	}
}

func (g *grid) endRow(end int) {
	g.endCell(end)
	if g.row < 0 {
		return
	}
	g.carry()
	if len(g.current) > 0 {
		from, to := trimSpace(g.in.flow.text, g.row, end)
		g.rows = append(g.rows, syntax.Row{Cells: g.current, Range: g.w.rangeOf(g.in.flow, from, to)})
	}
	g.current, g.row = nil, -1
}

// squared gives each row after the header as many cells as the header has.
func (g *grid) squared(columns int) []syntax.Row {
	rows := g.rows[1:]
	for i := range rows {
		r := &rows[i]
		r.Surplus = max(len(r.Cells)-columns, 0)
		r.Lacking = max(columns-len(r.Cells), 0)
		if g.w.cells -= r.Lacking; g.w.cells < 0 {
			g.w.cells = 0
			start := g.w.doc.Source.Offset(r.Range.Start)
			g.w.doc.problem(start, start, "too many short rows in wide tables; the rows from here on were not read")
			return rows[:i]
		}
		for len(r.Cells) < columns {
			r.Cells = append(r.Cells, syntax.Cell{Range: syntax.Range{Start: r.Range.End, End: r.Range.End}})
		}
	}
	return rows
}

// number is the value of colspan or rowspan.
func number(t *tag, name string) int {
	raw, _, _ := t.attr(name)
	n, err := strconv.Atoi(strings.TrimSpace(raw))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, maxSpan)
}

func struckIn(in *inline, from, to int) bool {
	i := sort.Search(len(in.strike), func(i int) bool { return in.strike[i].outerStart >= from })
	if i == len(in.strike) || in.strike[i].outerEnd > to {
		return false
	}
	m := in.strike[i]
	return in.read(from, m.outerStart) == "" && in.read(m.outerEnd, to) == ""
}
